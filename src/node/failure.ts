/** What the system says when a file cannot be had, in the words of a message. */
import { MaekError } from "../article/index.ts";

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: "no such file or folder",
  ENOTDIR: "a part of the path is a file, not a folder",
  EISDIR: "is a folder, not a file",
  EACCES: "permission denied",
  EPERM: "not permitted",
  EROFS: "the file system is read-only",
  ENOSPC: "no space left on the device",
  ENAMETOOLONG: "the name is too long",
  ELOOP: "symbolic links in a circle",
  EMFILE: "too many open files",
};

/** The system's code of an error: "ENOENT"; undefined when it is no system error. */
export function codeOf(error: unknown): string | undefined {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  return typeof code === "string" ? code : undefined;
}

/**
 * The error to show for a file that could not be read or written.
 *
 * @param doing  what was tried: "read", "write"
 */
export function fileError(doing: string, path: string, error: unknown): MaekError {
  if (error instanceof MaekError) return error;
  const code = codeOf(error);
  const reason = (code && REASONS[code]) ?? code ?? String(error).split("\n")[0];
  return new MaekError(`maek/node: cannot ${doing} ${path}: ${reason}`);
}

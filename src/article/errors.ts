/** The one error that users see: its message is one line that says what and where. */
export class MaekError extends Error {
  override readonly name = "MaekError";
}

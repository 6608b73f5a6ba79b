/** Light or dark: the system's choice until the user makes another, which the browser remembers. */
import { computed, effect, signal } from "@preact/signals";
import type { ThemeName } from "../graph-view/palette.ts";

const STORED = "maek-theme";

function remembered(): ThemeName | undefined {
  try {
    const name = localStorage.getItem(STORED);
    return name === "light" || name === "dark" ? name : undefined;
  } catch {
    return undefined;
  }
}

const media = matchMedia("(prefers-color-scheme: dark)");
const system = signal<ThemeName>(media.matches ? "dark" : "light");
const choice = signal<ThemeName | undefined>(remembered());

export const theme = computed<ThemeName>(() => choice.value ?? system.value);

/** Switches, and remembers the switch where the browser allows. */
export function toggleTheme(): void {
  choice.value = theme.value === "dark" ? "light" : "dark";
  try {
    localStorage.setItem(STORED, choice.value);
  } catch {
    // Private windows may refuse storage; the switch still holds for this visit.
  }
}

/** Keeps the page's theme in step. */
export function followTheme(): void {
  media.addEventListener("change", ({ matches }) => {
    system.value = matches ? "dark" : "light";
  });
  effect(() => {
    document.documentElement.dataset.theme = theme.value;
  });
}

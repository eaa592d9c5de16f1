/** Light, dark, or as the system has it. */

import { Uniwind } from "uniwind";
import { keep, readKept } from "./kept";

export type Theme = "light" | "dark" | "system";

export async function loadTheme(): Promise<Theme> {
  const theme = (await readKept<Theme>("theme")) ?? "system";
  Uniwind.setTheme(theme);
  return theme;
}

export async function setTheme(theme: Theme): Promise<void> {
  Uniwind.setTheme(theme);
  await keep("theme", theme);
}

import { useCSSVariable } from "uniwind";

export type Tone = "ink" | "muted" | "brand" | "on-brand" | "accent" | "warn" | "energy" | "protein" | "water" | "line" | "raised" | "card" | "bg" | "brand-soft";

/** Return the colours of the theme that holds, for what takes a colour and no class: icons, charts. */
export function useTones(...tones: Tone[]): string[] {
  return useCSSVariable(tones.map((tone) => `--color-${tone}`)) as string[];
}

export const useTone = (tone: Tone): string => useTones(tone)[0] ?? "transparent";

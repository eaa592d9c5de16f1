/** The exercises that ship with Fitzen in Spanish. Only `loadSpanish` imports this, when Spanish is spoken first. */

import sheet from "./es.json";
import { formsOf, type Forms } from "./forms";
import type { Exercise } from "./types";

type Said = readonly [name: string, aliases: readonly string[], cues: readonly string[]];
type Sheet = { words: Record<string, string>; tags: Record<string, string>; exercises: Record<string, Said> };
export type Spanish = { forms: Forms; said: (exercise: Exercise) => Exercise };

const { words, tags, exercises } = sheet as unknown as Sheet;

export const spanish: Spanish = {
  forms: formsOf(words, tags),
  said: (exercise) => {
    const known = exercises[exercise.id];
    if (!known) return exercise;
    const [name, aliases, cues] = known;
    return { ...exercise, name, aliases: [...aliases, exercise.name, ...(exercise.aliases ?? [])], cues: [...cues] };
  },
};

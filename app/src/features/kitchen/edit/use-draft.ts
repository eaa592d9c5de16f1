import { useEffect, useState } from "react";
import { keep, readKept } from "@/lib/kept";
import type { Recipe } from "../requests";
import { draftOf, EMPTY, type Draft } from "./draft";

/** A draft that survives a kill: what was kept under its name, else the recipe that it starts from, once that is known. */
export function useDraft(name: string, wants: boolean, from: Recipe | undefined, title?: string) {
  const key = `recipe.${name}`;
  const [typed, setTyped] = useState<Draft | null>(null);
  const [kept, setKept] = useState<Draft | null | undefined>(undefined);
  useEffect(() => {
    void readKept<Draft>(key).then(setKept);
  }, [key]);
  const draft = typed ?? (kept === undefined ? null : (kept ?? (wants ? (from ? draftOf(from, title) : null) : EMPTY)));
  const change = (changes: Partial<Draft>) => {
    if (!draft) return;
    const next = { ...draft, ...changes };
    setTyped(next);
    void keep(key, next);
  };
  const forget = () => keep(key, null);
  return { draft, change, forget };
}

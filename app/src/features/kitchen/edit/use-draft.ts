import { useEffect, useState } from "react";
import { newId } from "@/lib/id";
import { keep, readKept } from "@/lib/kept";
import type { Recipe } from "../requests";
import { draftOf, emptyDraft, type Draft } from "./draft";

/** A draft that survives a kill: what was kept under its name, else the recipe that it starts from, once that is known. */
export function useDraft(name: string, wants: boolean, from: Recipe | undefined, title?: string) {
  const key = `recipe.${name}`;
  const [draft, setDraft] = useState<Draft | null>(null);
  const [kept, setKept] = useState<Draft | null | undefined>(undefined);
  useEffect(() => {
    void readKept<Draft>(key).then(setKept);
  }, [key]);
  useEffect(() => {
    if (draft || kept === undefined) return;
    if (kept) setDraft(kept);
    else if (!wants) setDraft(emptyDraft(newId));
    else if (from) setDraft(draftOf(from, newId, title));
  }, [draft, kept, wants, from, title]);
  const change = (changes: Partial<Draft>) => {
    if (!draft) return;
    const next = { ...draft, ...changes };
    setDraft(next);
    void keep(key, next);
  };
  const forget = () => keep(key, null);
  return { draft, change, forget };
}

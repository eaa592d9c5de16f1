import { useEffect } from "react";
import { ring } from "@/lib/alarm";
import { changeRunning } from "./store";
import type { Rest } from "./types";

/** One that ended longer ago than this ended while the app was away: the notice has told. */
const LATE_MS = 5000;

let told = 0;

/** End a rest when its time is over, and tell of it once, whichever screens are there. */
export function useRestOver(rest: Rest | null | undefined): void {
  const until = rest?.until;
  useEffect(() => {
    if (until === undefined) return;
    const over = setTimeout(() => {
      if (told !== until && Date.now() - until < LATE_MS) ring();
      told = until;
      void changeRunning((draft) => (draft.rest?.until === until ? { ...draft, rest: null } : draft)).catch(() => undefined); // it ends by the clock all the same
    }, until - Date.now());
    return () => clearTimeout(over);
  }, [until]);
}

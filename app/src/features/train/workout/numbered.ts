import { isWork, type WorkSet } from "../model";
import { runsOf, type Run } from "../sets";

/** Gather sets that are alike, each with the number of its first: only sets that count have numbers. */
export function numbered(sets: readonly WorkSet[]): (Run<WorkSet> & { from: number })[] {
  let next = 1;
  return runsOf(sets).map((run) => {
    const from = next;
    if (isWork(run.item)) next += run.count;
    return { ...run, from };
  });
}

/** How long to rest where no plan says: longer after what takes the whole body, shorter after a warm-up. */

import type { Exercise } from "@/lib/exercises";
import type { DraftSet } from "@/lib/running";

const [LARGE_S, SMALL_S, WARMUP_S] = [150, 90, 60];
const LARGE: ReadonlySet<string> = new Set(["squat", "hinge", "lunge", "horizontal_push", "vertical_push", "horizontal_pull", "vertical_pull", "olympic", "carry"]);
const NONE: ReadonlySet<string> = new Set(["conditioning", "mobility"]);

export function restAfter(set: DraftSet, exercise: Exercise | undefined): number {
  if (set.rest_s !== undefined) return set.rest_s;
  if (exercise && NONE.has(exercise.pattern)) return 0;
  if (set.kind === "warmup") return WARMUP_S;
  return exercise && LARGE.has(exercise.pattern) ? LARGE_S : SMALL_S;
}

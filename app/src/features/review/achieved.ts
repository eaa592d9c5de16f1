import { useTranslation } from "react-i18next";

type Key = "firstWorkout" | "sessions" | "volume" | "firstRecord" | "bench" | "squat" | "deadlift" | "pullUps" | "week" | "weeks" | "streak" | "firstGoal" | "meals" | "weighed";

const NAMED: readonly [RegExp, Key][] = [
  [/^first-workout$/, "firstWorkout"],
  [/^sessions-(\d+)$/, "sessions"],
  [/^volume-(\d+)-t$/, "volume"],
  [/^first-record$/, "firstRecord"],
  [/^bench-1x$/, "bench"],
  [/^squat-1-5x$/, "squat"],
  [/^deadlift-2x$/, "deadlift"],
  [/^pull-ups-10$/, "pullUps"],
  [/^week-as-planned$/, "week"],
  [/^weeks-as-planned-(\d+)$/, "weeks"],
  [/^streak-(\d+)$/, "streak"],
  [/^first-goal$/, "firstGoal"],
  [/^meals-week$/, "meals"],
  [/^weighed-(\d+)$/, "weighed"],
];

/** Return how a milestone is called in the person's language; one that this app does not know yet as the server calls it. */
export function useAchieved(): (id: string, title: string) => string {
  const { t } = useTranslation();
  return (id, title) => {
    for (const [pattern, key] of NAMED) {
      const found = pattern.exec(id);
      if (found) return t(`review.best.achieved.${key}`, { count: Number(found[1] ?? 1) });
    }
    return title;
  };
}

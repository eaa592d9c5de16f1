/** What may be asked now, from what the day looks like. */

import type { Schemas } from "@/api/client";

export type Suggestion = "sum" | "left" | "breakfast" | "dinner" | "session" | "weigh" | "review" | "protein" | "plan" | "sleep";
/** What is begun for the person, who fills in the rest. */
export type Fill = "weigh" | "meal";
export type Hint = { say: Suggestion } | { fill: Fill };

const [NOON, AFTERNOON, EVENING, MOST] = [11, 15, 18, 4];

type Day = Pick<Schemas["Today"], "eaten" | "targets" | "next_session" | "weight"> | undefined;

/** `hour` is the person's; `weighed` says whether they did today. Best first. */
export function suggestionsOf(today: Day, hour: number, weighed: boolean): Hint[] {
  const eaten = today?.eaten.energy_kcal ?? 0;
  const nothing = today !== undefined && eaten === 0;
  const short = today?.targets ? (today.eaten.protein_g ?? 0) < today.targets.protein_g * (hour / 24) * 0.7 : false;
  const hints: (Hint | false)[] = [
    hour < NOON && !weighed && { fill: "weigh" },
    today?.next_session ? hour < EVENING && { say: "session" } : today !== undefined && { say: "plan" },
    nothing && (hour < NOON ? { say: "breakfast" } : { fill: "meal" }),
    hour >= EVENING && { say: "review" },
    hour >= AFTERNOON && !nothing && today?.targets ? { say: "dinner" } : false,
    !nothing && today?.targets ? { say: "left" } : false,
    short && hour >= NOON && { say: "protein" },
    today?.weight ? { say: "weigh" } : false,
    { say: "sum" },
    { say: "sleep" },
  ];
  return hints.filter((hint) => hint !== false).slice(0, MOST);
}

import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { api, ok, type Schemas } from "@/api/client";
import { keys } from "@/api/keys";
import type { Day } from "@/lib/day";
import { useDay } from "@/lib/use-day";
import { useHidden } from "@/sync/later";
import { useMe } from "@/sync/me";
import { useRecords } from "@/sync/provider";
import type { Phone } from "@/sync/phone";
import { GOAL_KINDS, goalsOn, metricOf, type Body, type Shown } from "./model";

const PAGE = 100;

async function allGoals(): Promise<Schemas["Goal"][]> {
  const items: Schemas["Goal"][] = [];
  let cursor: string | undefined;
  do {
    const page: Schemas["GoalList"] = await ok(api.GET("/api/goals/{user_id}", { params: { path: { user_id: "me" }, query: { limit: PAGE, cursor } } }));
    items.push(...page.items);
    cursor = page.next_cursor ?? undefined;
  } while (cursor);
  return items;
}

/** What the server makes of every goal: how far, how fast, when. */
export const useProgress = () => useQuery({ queryKey: keys.goals(), queryFn: allGoals });

export type Goals = { all: Shown[] | undefined; today: Day; old: boolean; at: number };

/** Every goal as it stands; `old` where the server could not be asked, `at` when it was last. */
export function useGoals(): Goals {
  const today = useDay(useMe()?.time_zone);
  const asked = useProgress();
  const hidden = useHidden();
  const told = asked.data;
  const read = useMemo(() => (phone: Phone) => goalsOn(phone, told, today), [told, today]);
  const all = useRecords(GOAL_KINDS, read);
  return { all: all?.filter(({ body }) => !hidden.has(`goal/${body.id}`)), today, old: asked.isError && !!told, at: asked.dataUpdatedAt };
}

/** The values of a measured goal since it began, smoothed by the server. */
export function useMeasured(body: Body | undefined, since: Day) {
  const metric = body ? metricOf(body) : "weight_kg";
  const query = { metric: metric as Schemas["Measurement"]["metric"], after: `${since}T00:00:00Z` };
  return useQuery({
    queryKey: keys.trend(metric, since),
    queryFn: () => ok(api.GET("/api/measurements/{user_id}/trend", { params: { path: { user_id: "me" }, query } })),
    enabled: body?.kind === "weight" || body?.kind === "measurement",
  });
}

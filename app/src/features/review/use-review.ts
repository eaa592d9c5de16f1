import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { api, ok } from "@/api/client";
import { keys } from "@/api/keys";
import { daysBefore, type Day } from "@/lib/day";
import { useDay } from "@/lib/use-day";
import { useMe } from "@/sync/me";
import { useRecords } from "@/sync/provider";
import type { Phone } from "@/sync/phone";
import { figuresOf, REVIEW_KINDS, trendChange, type Figures } from "./figures";
import { spanBefore, spanOf, type Scale, type Span } from "./spans";

export type Review = { span: Span; now: Figures; before: Figures; /** `byTrend`: the server's trend says so, else the averages do. */ weightChange: { kg: number; byTrend: boolean } | null; targets: { energy: number; protein: number } | null };

const TREND_DAYS = 420;

/** Return what a week or month came to, and the one before; all of it from the device but the targets and the trend, which it remembers. */
export function useReview(scale: Scale, back: number): Review | undefined {
  const me = useMe();
  const zone = me?.time_zone;
  const today = useDay(zone);
  const span = useMemo(() => spanOf(scale, today, back), [scale, today, back]);
  const read = useMemo(() => (phone: Phone) => ({ now: figuresOf(phone, span, today, zone), before: figuresOf(phone, spanBefore(span, today, back), today, zone) }), [span, today, back, zone]);
  const found = useRecords(REVIEW_KINDS, read);
  const targets = useTargets();
  const trend = useWeightTrend(today);
  if (!found) return undefined;
  const byTrend = trendChange(trend, span);
  const [now, then] = [found.now.weight.average, found.before.weight.average];
  const weightChange = byTrend !== null ? { kg: byTrend, byTrend: true } : now !== null && then !== null ? { kg: now - then, byTrend: false } : null;
  return { span, ...found, weightChange, targets };
}

/** The targets of today, as the first screen has them. */
function useTargets(): Review["targets"] {
  const { data } = useQuery({ queryKey: keys.today(), queryFn: () => ok(api.GET("/api/users/{user_id}/today", { params: { path: { user_id: "me" } } })) });
  return data?.targets ? { energy: data.targets.energy_kcal, protein: data.targets.protein_g } : null;
}

function useWeightTrend(today: Day) {
  const since = daysBefore(`${today.slice(0, 7)}-01`, TREND_DAYS);
  const query = { metric: "weight_kg" as const, after: `${since}T00:00:00Z` };
  return useQuery({ queryKey: keys.trend("weight_kg", since), queryFn: () => ok(api.GET("/api/measurements/{user_id}/trend", { params: { path: { user_id: "me" }, query } })) }).data;
}

import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { api, ok } from "@/api/client";
import { keys } from "@/api/keys";
import { useFormat } from "@/i18n/format";
import { daysBefore } from "@/lib/day";
import { useDay } from "@/lib/use-day";
import { useMe, useUnits } from "@/sync/me";
import { Card, Empty, Screen, Skeleton, TrendChart, Txt } from "@/ui";
import { TrendingUp } from "@/ui/icons";

const DAYS = 90;

/** Weight as it moves, with the range that holds the truth nine times in ten. */
export function ProgressScreen() {
  const { t } = useTranslation();
  const format = useFormat(useUnits());
  const since = daysBefore(useDay(useMe()?.time_zone), DAYS);
  const query = { metric: "weight_kg" as const, after: `${since}T00:00:00Z` };
  const asked = useQuery({ queryKey: keys.trend("weight_kg", since), queryFn: () => ok(api.GET("/api/measurements/{user_id}/trend", { params: { path: { user_id: "me" }, query } })) });
  const points = (asked.data?.points ?? []).map(({ at, value, level, low, high }) => ({ x: Date.parse(at), y: level ?? value, low: low ?? undefined, high: high ?? undefined, raw: value }));
  const days = asked.data?.points.map((point) => format.shortDay(point.day)) ?? [];
  const [from, to] = [days[0] ?? "", days.at(-1) ?? ""];
  const latest = asked.data?.points.at(-1)?.value;
  return (
    <Screen title={t("progress.title")}>
      {asked.isPending ? (
        <Skeleton label={t("common.loading")} heights={[280]} />
      ) : points.length < 2 || latest === undefined ? (
        <Card>
          <Empty icon={TrendingUp} title={t("progress.none")} />
        </Card>
      ) : (
        <Card title={t("progress.weight")} aside={<Txt kind="heading">{format.weight(latest)}</Txt>}>
          <TrendChart height={260} points={points} format={format.weightNumber} ends={[from, to]} label={t("today.weightLabel", { from, to, latest: format.weight(latest) })} />
        </Card>
      )}
    </Screen>
  );
}

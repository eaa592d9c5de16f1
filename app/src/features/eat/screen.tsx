import { useTranslation } from "react-i18next";
import type { Schemas } from "@/api/client";
import { useFormat } from "@/i18n/format";
import { dayOf } from "@/lib/day";
import { useDay } from "@/lib/use-day";
import { useMe, useUnits } from "@/sync/me";
import { useRecords } from "@/sync/provider";
import { Unsent } from "@/sync/unsent";
import { Card, Empty, ListRow, Screen, Skeleton, Txt } from "@/ui";
import { Utensils } from "@/ui/icons";

type Meal = Schemas["Meal"];

/** What was eaten today, as the device has it. */
export function EatScreen() {
  const { t } = useTranslation();
  const zone = useMe()?.time_zone;
  const format = useFormat(useUnits());
  const today = useDay(zone);
  const meals = useRecords(["meal"], (phone) => (phone.all("meal") as Meal[]).filter((meal) => dayOf(new Date(meal.eaten_at), zone) === today).sort((a, b) => Date.parse(a.eaten_at) - Date.parse(b.eaten_at)));
  return (
    <Screen title={t("eat.title")}>
      {!meals ? (
        <Skeleton label={t("common.loading")} heights={[220]} />
      ) : meals.length === 0 ? (
        <Card>
          <Empty icon={Utensils} title={t("eat.none")} />
        </Card>
      ) : (
        <Card title={t("eat.today")} className="gap-0">
          {meals.map((meal, place) => (
            <ListRow
              key={meal.id}
              first={place === 0}
              title={meal.name ?? meal.items.map((item) => item.name).join(", ")}
              detail={`${t(`eat.${meal.slot}`)} · ${format.clock(meal.eaten_at)}`}
              aside={
                <>
                  <Unsent kind="meal" id={meal.id} />
                  {meal.totals?.energy_kcal ? <Txt className="tabular-nums">{`${format.number(meal.totals.energy_kcal)} kcal`}</Txt> : null}
                </>
              }
            />
          ))}
        </Card>
      )}
    </Screen>
  );
}

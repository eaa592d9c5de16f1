import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "@/i18n/format";
import { daysBefore } from "@/lib/day";
import { HABIT_KINDS } from "@/lib/habits/records";
import { useDay } from "@/lib/use-day";
import { DecisionsLine } from "@/sync/decisions";
import { useMe, useUnits } from "@/sync/me";
import { useRecords, useSync } from "@/sync/provider";
import { Columns, Screen, Skeleton, Txt } from "@/ui";
import { EnergyCard } from "./energy-card";
import { HabitsCard } from "./habits-card";
import { Avatar, greetingOf, SyncLine } from "./header";
import { AchievementsCard, RemindersCard } from "./news-cards";
import { NoteCard } from "./note-card";
import { useToday } from "./requests";
import { SessionCard } from "./session-card";
import { eatenOf, habitsOf, nextOf, remindersOf, stillToCome, waterOf, weightsOf } from "./view";
import { WaterCard } from "./water-card";
import { WeightCard } from "./weight-card";

/** What the chart shows, and what its trend is worked out of. */
const [CHART_DAYS, TREND_DAYS] = [42, 90];
const KINDS = [...HABIT_KINDS, "water", "meal", "meal_day", "measurement", "reminder", "workout", "training_plan"];

export function TodayScreen() {
  const { t } = useTranslation();
  const me = useMe();
  const units = useUnits();
  const format = useFormat(units);
  const zone = me?.time_zone;
  const day = useDay(zone);
  const asked = useToday();
  const { syncNow } = useSync();
  const [pulling, setPulling] = useState(false);
  const known = asked.data;
  const server = known?.day === day ? known : undefined;
  const isComing = asked.isPending && asked.fetchStatus === "fetching" && asked.failureCount === 0; // later the device's own will do
  const since = daysBefore(day, TREND_DAYS);
  const hours = zone ? { zone, quiet: me?.quiet_hours } : null;
  const mine = useRecords(KINDS, (phone) => ({
    habits: habitsOf(phone, server, day),
    water: waterOf(phone, day),
    eaten: eatenOf(phone, server, day),
    weights: weightsOf(phone, since),
    reminders: remindersOf(phone, server, day, hours, Date.now()),
    next: nextOf(phone, known, day),
  }));
  const refresh = () => {
    setPulling(true);
    syncNow();
    void asked.refetch().finally(() => setPulling(false));
  };
  const now = new Date();
  const greeting = t(`today.${greetingOf(now.getHours())}`);
  return (
    <Screen
      title={me?.name ? t("today.named", { greeting, name: me.name.split(" ")[0] }) : greeting}
      subtitle={format.day(day)}
      aside={<Avatar name={me?.name} there={known?.has_picture ?? false} />}
      onRefresh={refresh}
      refreshing={pulling}
    >
      <SyncLine />
      <DecisionsLine />
      {!mine || isComing ? (
        <Skeleton label={t("common.loading")} heights={[190, 130, 160, 120]} />
      ) : (
        <Columns
          start={
            <>
              <EnergyCard targets={known?.targets} eaten={mine.eaten} unknown={mine.eaten.unknown} format={format} />
              <SessionCard session={mine.next} />
              <HabitsCard habits={mine.habits} day={day} />
            </>
          }
          end={
            <>
              {server?.note ? <NoteCard note={server.note} /> : null}
              <WaterCard ml={mine.water} units={units} format={format} />
              <WeightCard weights={mine.weights} shownFrom={Date.parse(daysBefore(day, CHART_DAYS))} units={units} format={format} />
              <RemindersCard reminders={stillToCome(mine.reminders, now.getTime())} format={format} />
              <AchievementsCard achievements={known?.achievements ?? []} />
              {known && asked.isError ? <Txt kind="small">{t("common.stale", { at: format.clock(new Date(asked.dataUpdatedAt).toISOString()) })}</Txt> : null}
            </>
          }
        />
      )}
    </Screen>
  );
}

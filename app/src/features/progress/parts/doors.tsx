import { router } from "expo-router";
import { useTranslation } from "react-i18next";
import type { Schemas } from "@/api/client";
import { daysBefore, dayOf, type Day } from "@/lib/day";
import type { Phone } from "@/sync/phone";
import { useRecords } from "@/sync/provider";
import { Card, ListRow } from "@/ui";
import { CalendarCheck, CalendarRange, Target, Trophy, type LucideIcon } from "@/ui/icons";

const KINDS = ["goal", "habit", "workout"];
const DOORS = [
  { name: "goals", icon: Target, href: "/goals" },
  { name: "habits", icon: CalendarCheck, href: "/habits" },
  { name: "records", icon: Trophy, href: "/records" },
  { name: "review", icon: CalendarRange, href: "/review" },
] as const satisfies { name: string; icon: LucideIcon; href: string }[];

type Counts = Record<(typeof DOORS)[number]["name"], number>;

/** What lies behind each door, counted from the device's records. */
export function countsOf(phone: Phone, today: Day, timeZone?: string): Counts {
  const workouts = phone.all("workout") as Schemas["Workout"][];
  const since = (days: number) => workouts.filter((each) => dayOf(new Date(each.started_at), timeZone) > daysBefore(today, days));
  return {
    goals: (phone.all("goal") as Schemas["Goal"][]).filter((each) => (each.status ?? "active") === "active").length,
    habits: (phone.all("habit") as Schemas["Habit"][]).filter((each) => !each.archived_on).length,
    records: since(30).reduce((sum, each) => sum + (each.records?.length ?? 0), 0),
    review: since(7).length,
  };
}

export function Doors({ today, timeZone }: { today: Day; timeZone?: string }) {
  const { t } = useTranslation();
  const counts = useRecords(KINDS, (phone) => countsOf(phone, today, timeZone));
  return (
    <Card title={t("progress.doors.title")} className="gap-1">
      {DOORS.map(({ name, icon, href }, place) => {
        const count = counts?.[name] ?? 0;
        return <ListRow key={name} first={place === 0} icon={icon} title={t(`progress.doors.${name}`)} detail={count ? t(`progress.doors.${name}`, { count }) : undefined} onPress={() => router.push(href)} />;
      })}
    </Card>
  );
}

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, ok } from "@/api/client";
import { keys } from "@/api/keys";
import { useFormat } from "@/i18n/format";
import { dayOf } from "@/lib/day";
import { useOnline } from "@/lib/use-online";
import type { User } from "../parts/use-profile";
import { useUnits } from "@/sync/me";
import { useRecords } from "@/sync/provider";
import { Button, Card, ListRow, Txt } from "@/ui";
import { ICONS } from "./reminder-row";
import { clockAt, upcomingOf, type Reminder } from "./upcoming";
import { useWhen } from "./words";

const FEW = 5;

/** What comes in the next days: as the server says; without it, or while something waits to be sent, as the device works it out. */
export function UpcomingCard({ reminders, zone, quiet }: { reminders: Reminder[]; zone: string; quiet: User["quiet_hours"] }) {
  const { t } = useTranslation();
  const online = useOnline();
  const format = useFormat(useUnits());
  const { clock } = useWhen();
  const [all, setAll] = useState(false);
  const waiting = useRecords(["reminder", "user"], (phone) => phone.queue.some((op) => op.kind === "reminder" || op.kind === "user"));
  const asked = useQuery({ queryKey: keys.upcoming(), queryFn: () => ok(api.GET("/api/reminders/{user_id}/upcoming", { params: { path: { user_id: "me" } } })) });
  const now = new Date();
  const server = online && !waiting && !asked.isError ? asked.data?.items : undefined;
  const due = (server ?? upcomingOf(reminders, now, zone, quiet)).filter((each) => Date.parse(each.due_at) > now.getTime());
  const [today, tomorrow] = [0, 1].map((days) => dayOf(new Date(now.getTime() + days * 864e5), zone));
  const dayName = (day: string) => (day === today ? t("reminders.today") : day === tomorrow ? t("reminders.tomorrow") : format.day(day));
  return (
    <Card title={t("reminders.upcoming")} className="gap-1">
      {due.length ? null : <Txt className="text-muted">{t("reminders.nothingComes")}</Txt>}
      {due.slice(0, all ? undefined : FEW).map((each, place) => {
        const at = new Date(each.due_at);
        return <ListRow key={`${each.reminder_id} ${each.due_at}`} first={!place} icon={ICONS[each.kind]} title={each.title} detail={`${dayName(dayOf(at, zone))}, ${clock(clockAt(at, zone))}`} />;
      })}
      {due.length > FEW ? <Button variant="quiet" className="self-start px-0" aria-expanded={all} label={t(all ? "reminders.fewer" : "reminders.all", { count: due.length })} onPress={() => setAll(!all)} /> : null}
    </Card>
  );
}

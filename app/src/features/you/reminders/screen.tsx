import { router, useLocalSearchParams } from "expo-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useWindowDimensions } from "react-native";
import { goBack } from "@/lib/go-back";
import { dayOf } from "@/lib/day";
import { WIDE } from "@/lib/layout";
import { deviceTimeZone } from "@/lib/locale";
import { useMe } from "@/sync/me";
import { useRecords } from "@/sync/provider";
import { Button, Card, Columns, Empty, ListRow, Screen, Skeleton } from "@/ui";
import { BackHeader } from "@/ui/back-header";
import { AlarmClock, Plus } from "@/ui/icons";
import { draftOf, newDraft, type Draft } from "./draft";
import { EditSheet } from "./edit-sheet";
import { QuietCard } from "./quiet-card";
import { ReminderRow } from "./reminder-row";
import { UpcomingCard } from "./upcoming-card";
import { clockAt, type Reminder } from "./upcoming";
import { UnaskedCard } from "./unasked-card";

/** What one wants to be reminded of, when, and when not. All of it works without a network. */
export function RemindersScreen() {
  const { t } = useTranslation();
  const me = useMe();
  const zone = me?.time_zone ?? deviceTimeZone();
  const wide = useWindowDimensions().width >= WIDE;
  const [draft, setDraft] = useState<Draft | null>(null);
  const { id } = useLocalSearchParams<{ id?: string }>();
  const [told, setTold] = useState<string | null>(null);
  const reminders = useRecords(["reminder"], (phone) => (phone.all("reminder") as Reminder[]).toSorted(byTime));
  const today = dayOf(new Date(), zone);
  const add = () => setDraft(newDraft("workout", today));
  const edit = (reminder: Reminder) => {
    const once = reminder.once_at ? new Date(reminder.once_at) : null;
    setDraft(draftOf(reminder, once && { day: dayOf(once, zone), clock: clockAt(once, zone) }, today));
  };
  const named = id && id !== told ? reminders?.find((each) => each.id === id) : undefined; // a notification leads to its reminder
  if (id && named) {
    setTold(id);
    edit(named);
  }
  const list = reminders?.length ? reminders.map((each, place) => <ReminderRow key={each.id} reminder={each} first={!place} onPress={() => edit(each)} />) : <Empty icon={AlarmClock} title={t("reminders.none")} text={t("reminders.noneText")} />;
  return (
    <Screen footer={wide ? undefined : <Button icon={Plus} label={t("reminders.add")} onPress={add} />}>
      <BackHeader title={t("reminders.title")} back={t("common.back")} onBack={() => goBack("/you")} aside={wide ? <Button icon={Plus} label={t("reminders.add")} onPress={add} /> : null} />
      {reminders ? (
        <Columns
          start={
            <>
              <Card className="py-2 gap-0">{list}</Card>
              <QuietCard />
            </>
          }
          end={
            <>
              <UpcomingCard reminders={reminders} zone={zone} quiet={me?.quiet_hours} />
              <UnaskedCard />
              <Card className="py-2">
                <ListRow first title={t("you.phone.row")} detail={t("reminders.phoneText")} onPress={() => router.push("/you/phone")} />
              </Card>
            </>
          }
        />
      ) : (
        <Skeleton label={t("common.loading")} heights={[200, 120]} />
      )}
      {draft ? <EditSheet first={draft} onClose={() => setDraft(null)} /> : null}
    </Screen>
  );
}

const timeOf = (each: Reminder): string => (each.once_at ? `~${each.once_at}` : (each.at_local ?? ""));
const byTime = (a: Reminder, b: Reminder): number => timeOf(a).localeCompare(timeOf(b));

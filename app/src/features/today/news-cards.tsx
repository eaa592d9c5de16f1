import { useTranslation } from "react-i18next";
import type { Schemas } from "@/api/client";
import type { Format } from "@/i18n/format";
import { useSpoken } from "@/lib/spoken";
import { Card, Icon, ListRow, Txt } from "@/ui";
import { AlarmClock, Award } from "@/ui/icons";
import type { Coming } from "./view";

export function RemindersCard({ reminders, format }: { reminders: Coming[]; format: Format }) {
  const { t } = useTranslation();
  if (!reminders.length) return null;
  return (
    <Card title={t("today.reminders")} className="gap-0">
      {reminders.map((each, place) => (
        <ListRow key={each.reminder_id + each.due_at} first={place === 0} icon={AlarmClock} title={each.title} aside={<Txt kind="small">{format.clock(each.due_at)}</Txt>} />
      ))}
    </Card>
  );
}

export function AchievementsCard({ achievements }: { achievements: Schemas["Achievement"][] }) {
  const { t } = useTranslation();
  const spoken = useSpoken({ exercises: true });
  if (!achievements.length) return null;
  return (
    <Card title={t("today.achievements")} aside={<Icon of={Award} tone="accent" />} className="gap-0">
      {achievements.map((each, place) => (
        <ListRow key={each.id} first={place === 0} title={spoken(each.title)} detail={spoken(each.text)} />
      ))}
    </Card>
  );
}

import { useTranslation } from "react-i18next";
import { Card, Toggle } from "@/ui";
import { useProfile, type User } from "../parts/use-profile";

const NAMES = ["digest", "weekly_report", "achievements"] as const;

/** What is written or sent without being asked for. */
export function UnaskedCard() {
  const { t } = useTranslation();
  const { me, change } = useProfile();
  const set = me?.notifications;
  return (
    <Card title={t("reminders.unasked")} className="gap-1">
      {NAMES.map((name, place) => (
        <Toggle key={name} first={!place} label={t(`reminders.${name}`)} detail={t(`reminders.${name}Text`)} on={set?.[name] !== false} onChange={(on) => void change({ notifications: { ...set, [name]: on } as User["notifications"] })} />
      ))}
    </Card>
  );
}

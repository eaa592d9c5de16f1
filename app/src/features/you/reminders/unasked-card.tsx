import { useTranslation } from "react-i18next";
import { Card, SwitchRow } from "@/ui";
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
        <SwitchRow key={name} first={!place} title={t(`reminders.${name}`)} detail={t(`reminders.${name}Text`)} value={set?.[name] !== false} onChange={(on) => void change({ notifications: { ...set, [name]: on } as User["notifications"] })} />
      ))}
    </Card>
  );
}

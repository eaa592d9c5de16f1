import { useTranslation } from "react-i18next";
import { View } from "react-native";
import { Card, SwitchRow } from "@/ui";
import { readClock } from "../parts/read";
import { TypedField } from "../parts/typed-field";
import { useProfile } from "../parts/use-profile";

const USUAL = { start: "22:00", end: "07:00" };

/** Hours in which nothing comes. */
export function QuietCard() {
  const { t } = useTranslation();
  const { me, change, refusal } = useProfile();
  const quiet = me?.quiet_hours;
  const set = (changes: Partial<typeof USUAL>) => void change({ quiet_hours: { ...USUAL, ...quiet, ...changes } });
  return (
    <Card>
      <SwitchRow first title={t("reminders.quiet")} detail={t("reminders.quietText")} value={!!quiet} onChange={(on) => void change({ quiet_hours: on ? USUAL : null })} />
      {quiet ? (
        <View className="flex-row gap-3">
          <TypedField className="flex-1" label={t("reminders.from")} value={quiet.start} read={readClock} bad={t("reminders.bad.clock")} save={(start) => set({ start })} error={refusal("quiet_hours.start")} />
          <TypedField className="flex-1" label={t("reminders.to")} value={quiet.end} read={readClock} bad={t("reminders.bad.clock")} save={(end) => set({ end })} error={refusal("quiet_hours.end")} />
        </View>
      ) : null}
    </Card>
  );
}

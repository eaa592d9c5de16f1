import { useTranslation } from "react-i18next";
import { Pressable, View } from "react-native";
import { dayOf } from "@/lib/day";
import { useFormat } from "@/i18n/format";
import { deviceTimeZone } from "@/lib/locale";
import { useRefusal } from "@/lib/spoken";
import { useMe, useUnits } from "@/sync/me";
import { useSync } from "@/sync/provider";
import { Unsent } from "@/sync/unsent";
import { cn, ErrorText, Icon, ToggleMark, Txt } from "@/ui";
import { Bell, Check, Droplet, Dumbbell, Scale, Utensils, type LucideIcon } from "@/ui/icons";
import { useRefused } from "../parts/use-profile";
import type { Kind } from "./draft";
import { clockAt, type Reminder } from "./upcoming";
import { useWhen } from "./words";

export const ICONS: Record<Kind, LucideIcon> = { workout: Dumbbell, meal: Utensils, water: Droplet, habit: Check, measurement: Scale, custom: Bell };

/** A reminder with its switch; a tap on the rest of it opens it. */
export function ReminderRow({ reminder, first, onPress }: { reminder: Reminder; first: boolean; onPress: () => void }) {
  const { t } = useTranslation();
  const refusal = useRefusal();
  const { phone } = useSync();
  const zone = useMe()?.time_zone ?? deviceTimeZone();
  const format = useFormat(useUnits());
  const { clock, days } = useWhen();
  const refused = useRefused("reminder", reminder.id)[0];
  const on = reminder.enabled !== false;
  const once = reminder.once_at ? new Date(reminder.once_at) : null;
  const time = once ? clock(clockAt(once, zone)) : clock(reminder.at_local ?? "");
  const when = once ? format.day(dayOf(once, zone)) : days(reminder.days ?? []);
  const ways = (reminder.channels ?? []).filter((each) => each !== "push").map((each) => t(`reminders.channels.${each}`));
  const detail = [when, ...ways, reminder.snoozed ? t("reminders.snoozed") : ""].filter(Boolean).join(" · ");
  return (
    <View className={cn("flex-row items-center gap-3", !first && "border-t border-line")}>
      <Pressable role="button" onPress={onPress} className="flex-1 min-h-16 py-2.5 flex-row items-center gap-3 active:opacity-70">
        <Icon of={ICONS[reminder.kind]} tone={on ? "brand" : "muted"} />
        <View className="flex-1 gap-0.5">
          <Txt className={on ? "" : "text-muted"}>{reminder.title}</Txt>
          <Txt kind="small">{`${time} · ${detail}`}</Txt>
          {refused ? <ErrorText small>{refusal(refused.result.problem)}</ErrorText> : null}
        </View>
        <Unsent kind="reminder" id={reminder.id} />
      </Pressable>
      <Pressable role="switch" aria-checked={on} aria-label={reminder.title} onPress={() => void phone?.edit("reminder", reminder.id, { enabled: !on })} className="size-14 items-center justify-center active:opacity-80">
        <ToggleMark on={on} />
      </Pressable>
    </View>
  );
}

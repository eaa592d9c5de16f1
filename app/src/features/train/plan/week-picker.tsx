import { useTranslation } from "react-i18next";
import { Pressable, View } from "react-native";
import { cn, Icon, IconButton, Txt } from "@/ui";
import { Check, ChevronEnd, ChevronStart } from "@/ui/icons";
import type { weeksOf } from "../plans";

type Props = { weeks: ReturnType<typeof weeksOf>; week: number; /** The week that one has come to. */ reached: number; done: ReadonlyMap<string, unknown>; onChange: (week: number) => void };

/** The weeks of a plan side by side: done ones are ticked, lighter ones are named, one is open. */
export function WeekPicker({ weeks, week, reached, done, onChange }: Props) {
  const { t } = useTranslation();
  const shown = weeks.find((each) => each.week === week);
  return (
    <View className="gap-3">
      <View className="flex-row items-center justify-between gap-3">
        <IconButton icon={ChevronStart} label={t("train.plan.earlier")} disabled={week <= 1} onPress={() => onChange(week - 1)} />
        <View className="items-center" aria-live="polite">
          <Txt kind="heading" level={2}>
            {t("train.weekOf", { week, of: weeks.length })}
          </Txt>
          <Txt kind="small">{[week === reached ? t("train.plan.now") : null, shown?.deload ? t("train.lighter") : null].filter(Boolean).join(" · ") || t("train.plan.sessions", { count: shown?.sessions.length ?? 0 })}</Txt>
        </View>
        <IconButton icon={ChevronEnd} label={t("train.plan.later")} disabled={week >= weeks.length} onPress={() => onChange(week + 1)} />
      </View>
      <View role="radiogroup" aria-label={t("train.plan.weeksLabel")} className="flex-row flex-wrap justify-center gap-1.5">
        {weeks.map((each) => {
          const count = each.sessions.filter((session) => done.has(session.id)).length;
          const whole = count > 0 && count === each.sessions.length;
          const label = [t("train.plan.week", { week: each.week }), t("train.plan.doneOf", { done: count, of: each.sessions.length }), each.deload ? t("train.lighter") : null].filter(Boolean).join(", ");
          return (
            <Pressable
              key={each.week}
              role="radio"
              aria-checked={each.week === week}
              aria-label={label}
              onPress={() => onChange(each.week)}
              className={cn("size-11 rounded-2xl items-center justify-center border active:opacity-80", each.week === week ? "bg-brand-soft border-brand" : "bg-raised border-transparent", each.deload && "border-dashed border-accent")}
            >
              {whole ? (
                <Icon of={Check} tone="brand" size={18} />
              ) : (
                <Txt className={cn("tabular-nums", each.week === reached ? "font-bold text-brand" : "")} maxFontSizeMultiplier={1.5}>
                  {each.week}
                </Txt>
              )}
            </Pressable>
          );
        })}
      </View>
    </View>
  );
}

import { useTranslation } from "react-i18next";
import { Pressable, View } from "react-native";
import { dayOf } from "@/lib/day";
import { useDay } from "@/lib/use-day";
import { useMe } from "@/sync/me";
import { useRecords } from "@/sync/provider";
import { Txt } from "@/ui";
import { useToday } from "./requests";
import { suggestionsOf } from "./suggestions";

/** A chip that says what is on it. */
export function SayChip({ label, disabled, onPress }: { label: string; disabled?: boolean; onPress: () => void }) {
  return (
    <Pressable role="button" aria-label={label} disabled={disabled} onPress={onPress} className="min-h-11 justify-center rounded-3xl border border-line bg-card px-4 py-2 active:opacity-70 disabled:opacity-50">
      <Txt className="font-medium text-brand">{label}</Txt>
    </Pressable>
  );
}

/** What fits now: it is sent, or begun where something is missing that only the person knows. */
export function HintChips({ disabled, onSay, onFill }: { disabled: boolean; onSay: (text: string) => void; onFill: (text: string) => void }) {
  const { t } = useTranslation();
  const zone = useMe()?.time_zone;
  const today = useToday().data;
  const day = useDay(zone);
  const weighed = useRecords(["measurement"], (phone) => phone.all("measurement").some((each) => each.metric === "weight_kg" && dayOf(new Date(String(each.taken_at)), zone) === day)) ?? false;
  const hints = suggestionsOf(today?.day === day ? today : undefined, new Date().getHours(), weighed);
  return (
    <View role="group" aria-label={t("coach.suggestions")} className="flex-row flex-wrap justify-center gap-2">
      {hints.map((hint) =>
        "say" in hint ? (
          <SayChip key={hint.say} label={t(`coach.suggest.${hint.say}`)} disabled={disabled} onPress={() => onSay(t(`coach.suggest.${hint.say}`))} />
        ) : (
          <SayChip key={`fill.${hint.fill}`} label={t(`coach.chip.${hint.fill}`)} onPress={() => onFill(t(`coach.fill.${hint.fill}`))} />
        ),
      )}
    </View>
  );
}

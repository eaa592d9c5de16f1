import { useTranslation } from "react-i18next";
import { View } from "react-native";
import { Card, ProgressBar, Txt } from "@/ui";
import { rootedOf, type Row } from "./view";
import { useHabitWords } from "./words";

/** How strong each habit has become, the strongest first. */
export function StrengthsCard({ rows }: { rows: readonly Row[] }) {
  const { t } = useTranslation();
  const { format } = useHabitWords();
  if (!rows.length) return null;
  return (
    <Card title={t("habits.strength")}>
      {[...rows]
        .sort((a, b) => b.strength - a.strength)
        .map(({ habit, strength }) => (
          <View key={habit.id} className="gap-1.5">
            <View className="flex-row flex-wrap justify-between gap-x-3">
              <Txt className="flex-1">{habit.name}</Txt>
              <Txt kind="small">{`${t(`habits.strengthWords.${rootedOf(strength)}`)} · ${format.number(strength)}`}</Txt>
            </View>
            <ProgressBar value={strength / 100} label={habit.name} text={t("habits.strengthOf", { value: format.number(strength) })} className="h-2" />
          </View>
        ))}
    </Card>
  );
}

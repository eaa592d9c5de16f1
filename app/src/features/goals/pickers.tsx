import { router } from "expo-router";
import { useTranslation } from "react-i18next";
import { View } from "react-native";
import type { Exercise } from "@/lib/exercises";
import type { Phone } from "@/sync/phone";
import { useRecords } from "@/sync/provider";
import { Button, Chip, ErrorText, Txt } from "@/ui";
import type { Metric } from "./model";

/** What an exercise can be followed by, as the server has it. */
const OF_EXERCISE: Record<Exercise["metric"], readonly Metric[]> = { reps_load: ["e1rm_kg", "weight_kg", "volume_kg"], bodyweight: ["reps", "weight_kg"], time: ["duration_s", "time_s"], distance: ["distance_m", "time_s"] };
const OF_HABIT: readonly Metric[] = ["streak", "strength", "checkins"];
const MEASURES: readonly Metric[] = ["waist_cm", "body_fat_pct", "sleep_h", "steps", "resting_hr_bpm", "hip_cm", "chest_cm", "arm_cm", "thigh_cm", "shoulders_cm", "neck_cm", "forearm_cm", "calf_cm", "lean_mass_kg", "muscle_mass_kg", "vo2max_ml_kg_min", "hrv_ms", "systolic_mmhg", "diastolic_mmhg"];

type Props = { label: string; metrics: readonly Metric[]; metric: Metric | null; error?: string; onChange: (metric: Metric) => void };

function Metrics({ label, metrics, metric, error, onChange }: Props) {
  const { t } = useTranslation();
  return (
    <View className="gap-2">
      <Txt kind="label">{label}</Txt>
      <View role="radiogroup" aria-label={label} className="flex-row flex-wrap gap-2">
        {metrics.map((each) => (
          <Chip key={each} one label={t(`goals.metrics.${each}`)} chosen={each === metric} onPress={() => onChange(each)} />
        ))}
      </View>
      <ErrorText small>{error}</ErrorText>
    </View>
  );
}

export function MetricPicker({ of, ...rest }: Omit<Props, "label" | "metrics"> & { of: Exercise["metric"] }) {
  const { t } = useTranslation();
  return <Metrics label={t("goals.metric")} metrics={OF_EXERCISE[of]} {...rest} />;
}

export function MeasurePicker({ metric, fixed, ...rest }: Omit<Props, "label" | "metrics"> & { fixed: boolean }) {
  const { t } = useTranslation();
  const metrics = fixed && metric ? [metric] : MEASURES;
  return <Metrics label={t("goals.measure")} metrics={metrics} metric={metric} {...rest} />;
}

type Named = { id: string; name: string; archived_on?: string | null };
const habitsOf = (phone: Phone) => (phone.all("habit") as Named[]).filter((habit) => !habit.archived_on).sort((a, b) => a.name.localeCompare(b.name));

export function HabitPicker({ chosen, metric, error, onHabit, onMetric }: { chosen: string | null; metric: Metric | null; error?: string; onHabit: (id: string) => void; onMetric: (metric: Metric) => void }) {
  const { t } = useTranslation();
  const habits = useRecords(["habit"], habitsOf) ?? [];
  if (!habits.length)
    return (
      <View className="gap-3">
        <Txt>{t("goals.noHabits")}</Txt>
        <Button variant="soft" label={t("goals.toHabits")} onPress={() => router.push("/habits")} />
      </View>
    );
  return (
    <View className="gap-5">
      <View className="gap-2">
        <Txt kind="label">{t("goals.habit")}</Txt>
        <View role="radiogroup" aria-label={t("goals.habit")} className="flex-row flex-wrap gap-2">
          {habits.map(({ id, name }) => (
            <Chip key={id} one label={name} chosen={id === chosen} onPress={() => onHabit(id)} />
          ))}
        </View>
        <ErrorText small>{error}</ErrorText>
      </View>
      <Metrics label={t("goals.metric")} metrics={OF_HABIT} metric={metric} onChange={onMetric} />
    </View>
  );
}

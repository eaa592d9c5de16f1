import { router } from "expo-router";
import { useDeferredValue, useMemo, useState } from "react";
import { View } from "react-native";
import { useSafeAreaInsets } from "react-native-safe-area-context";
import { useExercises } from "@/lib/exercises";
import { Empty, Field, Skeleton, Txt } from "@/ui";
import { Dumbbell, Search } from "@/ui/icons";
import { LongList } from "@/ui/long-list";
import { Header } from "./header";
import { found, rowsOf, type MonthRow, type Row } from "./history";
import { useWorkouts } from "./use-training";
import { useWords } from "./use-words";
import { WorkoutLine } from "./workout-line";

/** All workouts by month. Only those in sight are drawn, however many there are. */
export function HistoryScreen() {
  const { t, format } = useWords();
  const { nameOf } = useExercises();
  const workouts = useWorkouts();
  const insets = useSafeAreaInsets();
  const [words, setWords] = useState("");
  const asked = useDeferredValue(words);
  const { rows, months } = useMemo(() => rowsOf(found(workouts ?? [], asked, nameOf)), [workouts, asked, nameOf]);
  const count = rows.length - months.length;
  const waiting = (
    <View className="px-5 w-full max-w-3xl self-center">
      <Skeleton label={t("common.loading")} heights={[40, 64, 64, 64, 64]} />
    </View>
  );
  return (
    <View role="main" className="flex-1 bg-bg" style={{ paddingTop: insets.top + 20 }}>
      <View className="px-5 md:px-8 pb-3 gap-3 w-full max-w-3xl self-center">
        <Header title={t("train.history.title")} subtitle={workouts ? t("train.history.count", { count, shown: format.number(count) }) : undefined} />
        {workouts?.length ? <Field label={t("train.history.search")} value={words} onChangeText={setWords} autoCorrect={false} /> : null}
      </View>
      {!workouts ? (
        waiting
      ) : count === 0 ? (
        <Empty
          icon={asked ? Search : Dumbbell}
          title={t(asked ? "train.history.nothing" : "train.none")}
          {...(asked ? { action: t("train.history.clear"), onAction: () => setWords("") } : { action: t("train.free"), onAction: () => router.push("/session?free=1") })}
        />
      ) : (
        <LongList<Row>
          waiting={waiting}
          data={rows}
          keyExtractor={(row) => row.key}
          getItemType={(row) => row.kind}
          stickyHeaderIndices={months}
          renderItem={({ item }) => (item.kind === "month" ? <Month row={item} /> : <Line row={item} />)}
          contentContainerStyle={{ paddingBottom: insets.bottom + 32 }}
          keyboardShouldPersistTaps="handled"
        />
      )}
    </View>
  );
}

function Month({ row }: { row: MonthRow }) {
  const { t, month } = useWords();
  return (
    <View className="bg-bg">
      <View className="px-5 md:px-8 pt-4 pb-2 w-full max-w-3xl self-center flex-row items-baseline justify-between gap-3">
        <Txt kind="heading" level={2}>
          {month(row.month)}
        </Txt>
        <Txt kind="small">{t("train.history.count", { count: row.count, shown: row.count })}</Txt>
      </View>
    </View>
  );
}

function Line({ row }: { row: Extract<Row, { kind: "workout" }> }) {
  return (
    <View testID="workout-row" className="px-5 md:px-8 w-full max-w-3xl self-center">
      <WorkoutLine workout={row.workout} first={row.first} className={`bg-card border-x border-line px-4 ${row.first ? "border-t rounded-t-card" : ""} ${row.last ? "border-b rounded-b-card" : ""}`} />
    </View>
  );
}

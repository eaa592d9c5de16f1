import { router } from "expo-router";
import { useTranslation } from "react-i18next";
import { View } from "react-native";
import { useKept } from "@/lib/kept";
import type { Day } from "@/lib/day";
import { numberOfDay } from "@/lib/habits/rules";
import { Button, Icon, Ring, Txt } from "@/ui";
import { Trophy } from "@/ui/icons";
import type { GoalWords } from "./amounts";
import type { Shown } from "./model";

const FRESH_DAYS = 14;
const LONG_DAYS = 21;

/** Return the goal that was reached of late and whose celebration was not seen yet, and how to say that it was. */
export function useCelebrated(all: readonly Shown[] | undefined, today: Day): { fresh: Shown | undefined; seen: (id: string) => void } {
  const [ids, setIds, ready] = useKept<string[]>("goals.celebrated", []);
  const fresh = ready ? all?.find(({ body, status }) => status === "reached" && body.reached_on && numberOfDay(today) - numberOfDay(body.reached_on) <= FRESH_DAYS && !ids.includes(body.id)) : undefined;
  return { fresh, seen: (id) => setIds([...ids, id]) };
}

/** How long it took, in words. */
export function useTook(): (from?: Day | null, to?: Day | null) => string | null {
  const { t } = useTranslation();
  return (from, to) => {
    if (!from || !to) return null;
    const days = numberOfDay(to) - numberOfDay(from);
    if (days < 1) return null;
    return days > LONG_DAYS ? t("goals.weeks", { count: Math.round(days / 7) }) : t("goals.days", { count: days });
  };
}

/** A quiet word for what was reached: a ring that closes, and the next step. */
export function Celebration({ shown, words, onSeen }: { shown: Shown; words: GoalWords; onSeen?: () => void }) {
  const { t } = useTranslation();
  const took = useTook()(shown.body.start_on, shown.body.reached_on);
  const title = words.title(shown.body);
  const next = () => {
    onSeen?.();
    router.push("/goal/new");
  };
  const see = () => {
    onSeen?.();
    router.push({ pathname: "/goal/[id]", params: { id: shown.body.id } });
  };
  return (
    <View role="status" className="rounded-card bg-brand-soft p-6 gap-4 items-center">
      <Ring size={112} label={t("goals.done", { value: 100 })} arcs={[{ value: 1, tone: "brand" }]}>
        <Icon of={Trophy} tone="brand" size={40} />
      </Ring>
      <View className="gap-1 items-center">
        <Txt kind="title" level={2} className="text-center">
          {t("goals.celebrate")}
        </Txt>
        <Txt className="text-center max-w-md">{took ? t("goals.celebrateText", { title, time: took }) : t("goals.celebrateShort", { title })}</Txt>
      </View>
      <View className="flex-row flex-wrap gap-2 justify-center">
        <Button label={t("goals.nextGoal")} onPress={next} />
        {onSeen ? <Button variant="quiet" label={t("goals.see")} onPress={see} /> : null}
      </View>
    </View>
  );
}

import { router } from "expo-router";
import { useTranslation } from "react-i18next";
import { View } from "react-native";
import { useCalendarWords } from "@/i18n/calendar";
import { goBack } from "@/lib/go-back";
import { BackHeader } from "@/ui/back-header";
import { Button, Card, Columns, Empty, ListRow, Screen, Skeleton, Txt } from "@/ui";
import { Plus, Target } from "@/ui/icons";
import { useGoalWords } from "./amounts";
import { Celebration, useCelebrated } from "./celebration";
import { GoalCard } from "./goal-card";
import { KIND_ICONS } from "./kind-icons";
import { useGoals } from "./requests";

/** What somebody wants to reach, how far each is, and when it will be reached. */
export function GoalsScreen() {
  const { t } = useTranslation();
  const words = useGoalWords();
  const { date } = useCalendarWords();
  const { all, today, old, at } = useGoals();
  const { fresh, seen } = useCelebrated(all, today);
  const make = () => router.push("/goal/new");
  const active = all?.filter(({ status }) => status === "active") ?? [];
  const rest = (["reached", "abandoned"] as const).map((status) => ({ status, items: all?.filter((each) => each.status === status) ?? [] })).filter(({ items }) => items.length);
  const cards = active.map((shown) => <GoalCard key={shown.body.id} shown={shown} words={words} />);
  const half = Math.ceil(cards.length / 2);
  return (
    <Screen footer={active.length ? <Button icon={Plus} label={t("goals.new")} onPress={make} className="md:self-center md:px-10" /> : undefined}>
      <BackHeader title={t("goals.title")} back={t("common.back")} onBack={() => goBack("/progress")} />
      {old ? <Txt kind="small">{t("common.stale", { at: `${date(new Date(at).toISOString().slice(0, 10))}, ${words.format.clock(new Date(at).toISOString())}` })}</Txt> : null}
      {!all ? <Skeleton label={t("common.loading")} heights={[150, 150, 150]} /> : null}
      {fresh ? <Celebration shown={fresh} words={words} onSeen={() => seen(fresh.body.id)} /> : null}
      {all && !active.length ? (
        <Card>
          <Empty icon={Target} title={t("goals.none")} text={t("goals.noneText")} action={t("goals.new")} onAction={make} />
        </Card>
      ) : null}
      {cards.length ? <Columns start={cards.slice(0, half)} end={cards.slice(half)} /> : null}
      {rest.map(({ status, items }) => (
        <Card key={status} title={t(status === "reached" ? "goals.reached" : "goals.aside")} className="gap-0">
          <View role="list">
            {items.map(({ body }, place) => (
              <View role="listitem" key={body.id}>
                <ListRow
                  first={place === 0}
                  icon={KIND_ICONS[body.kind]}
                  title={words.title(body)}
                  detail={status === "reached" && body.reached_on ? t("goals.reachedOn", { day: date(body.reached_on) }) : undefined}
                  onPress={() => router.push({ pathname: "/goal/[id]", params: { id: body.id } })}
                />
              </View>
            ))}
          </View>
        </Card>
      ))}
    </Screen>
  );
}

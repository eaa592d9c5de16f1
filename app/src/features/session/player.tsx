import { router } from "expo-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ScrollView, useWindowDimensions, View } from "react-native";
import { useSafeAreaInsets } from "react-native-safe-area-context";
import { readyAlarm, tap } from "@/lib/alarm";
import { WIDE } from "@/lib/layout";
import { changeRunning, doneOf, setsOf, useRestOver, type Draft, type DraftExercise, type DraftSet } from "@/lib/running";
import { useGivenName } from "@/lib/spoken";
import type { Phone } from "@/sync/phone";
import { useSync } from "@/sync/provider";
import { Button, Card, cn, Empty, IconButton, ProgressBar, Txt, useToast } from "@/ui";
import { Check, ChevronDown, Dumbbell, Ellipsis } from "@/ui/icons";
import { CurrentCard } from "./current-card";
import { entryOf, isLoggable, logSet } from "./draft";
import { Elapsed } from "./elapsed";
import { ExerciseList } from "./exercise-list";
import { finish } from "./finish";
import { nextSet } from "./flow";
import { bestsBefore, isNewBest, workoutsOf } from "./history";
import { restAfter } from "./rest";
import { RestBar } from "./rest-bar";
import { OpenSheet } from "./open-sheet";
import { PlayerContext, usePlayerState, type Open } from "./use-player";
import { forgetRestNotice, useAwake, useRestNotice } from "./use-rest-notice";
import { setWords } from "./words";

/** Of the list beside the exercise, where there is room. */
const LIST_WIDTH = 320;

/** The session that runs: one set after the other, by one tap each. */
export function Player({ draft }: { draft: Draft }) {
  const { t } = useTranslation();
  const given = useGivenName();
  const insets = useSafeAreaInsets();
  const wide = useWindowDimensions().width >= WIDE;
  const { phone } = useSync();
  const tell = useToast();
  const [open, setOpen] = useState<Open>(null);
  const [busy, setBusy] = useState(false);
  const player = usePlayerState(draft, open, setOpen);
  useAwake(draft);
  useRestOver(draft.rest);
  useRestNotice(player);

  const [done, all] = [doneOf(draft), setsOf(draft)];
  const entry = entryOf(draft, draft.at) ?? draft.exercises[0];
  const end = async () => {
    if (!phone || busy) return;
    setBusy(true);
    try {
      const id = await finish(phone);
      void forgetRestNotice();
      if (id) router.replace(`/session/${id}`);
    } catch {
      tell({ text: t("session.unsaved") });
    } finally {
      setBusy(false);
    }
  };
  const askToEnd = () => (done > 0 && done === all ? void end() : setOpen({ sheet: "finish" }));
  const discard = async () => {
    await changeRunning(() => null);
    void forgetRestNotice();
    leave();
  };
  return (
    <PlayerContext value={player}>
      <View role="main" className="flex-1 bg-bg">
        <View style={{ paddingTop: insets.top + 8 }} className="px-5 md:px-8 pb-2 w-full max-w-5xl self-center gap-2">
          <View className="flex-row items-center gap-2">
            <IconButton icon={ChevronDown} label={t("session.leave")} onPress={leave} />
            <View className="flex-1">
              <Txt kind="strong" level={1} numberOfLines={1}>
                {given(draft.name)}
              </Txt>
              <Elapsed since={draft.started_at} count={all ? t("session.progress", { done, count: all }) : undefined} />
            </View>
            <Button variant={done > 0 && done === all ? "primary" : "soft"} label={t("session.finish")} busy={busy} onPress={askToEnd} className="px-4" />
            <IconButton icon={Ellipsis} label={t("session.menu")} onPress={() => setOpen({ sheet: "session" })} />
          </View>
          <ProgressBar value={all ? done / all : 0} label={t("session.title")} text={t("session.progress", { done, count: all })} className="h-1.5" />
        </View>
        <View className={cn("flex-1 w-full max-w-5xl self-center", wide && "flex-row")}>
          {wide && entry ? (
            <View style={{ width: LIST_WIDTH }}>
              <ScrollView contentContainerClassName="ps-8 py-2">
                <ExerciseList />
              </ScrollView>
            </View>
          ) : null}
          <View className="flex-1 min-w-0">
            <ScrollView contentContainerClassName="px-5 md:px-8 py-2 pb-6 gap-4" keyboardShouldPersistTaps="handled">
              {entry ? (
                <CurrentCard entry={entry} />
              ) : (
                <Card>
                  <Empty icon={Dumbbell} title={t("session.start.empty")} text={t("session.start.emptyText")} action={t("session.addExercise")} onAction={() => setOpen({ sheet: "pick" })} />
                </Card>
              )}
              {wide || !entry ? null : <ExerciseList />}
            </ScrollView>
            {entry ? <NextAction draft={draft} player={player} onFinish={() => void end()} busy={busy} /> : null}
          </View>
        </View>
        <OpenSheet busy={busy} onFinish={() => void end()} onAskToFinish={askToEnd} onDiscard={() => void discard()} />
      </View>
    </PlayerContext>
  );
}

function leave(): void {
  if (router.canGoBack()) router.back();
  else router.replace("/");
}

const logged = (setId: string, { exerciseOf }: ReturnType<typeof usePlayerState>) => logSet(setId, Date.now(), (entry, set) => restAfter(set, exerciseOf(entry.exercise_id)));

/** Say whether a set is a best of its exercise, as the device knows the log. */
function isBest(phone: Phone, { draft, exerciseOf }: ReturnType<typeof usePlayerState>, entry: DraftExercise, set: DraftSet): boolean {
  const metric = exerciseOf(entry.exercise_id)?.metric;
  if (!metric) return false;
  const before = bestsBefore(workoutsOf(phone), new Map([[entry.exercise_id, metric]]), draft.id).get(entry.exercise_id) ?? {};
  const done = draft.exercises.filter((each) => each.exercise_id === entry.exercise_id).flatMap((each) => each.sets.filter((other) => other.done));
  return isNewBest(set, done, before, metric);
}

/** The rest that runs, and the biggest button: log the set as it stands, go on to what is left, or finish. */
function NextAction({ draft, player, onFinish, busy }: { draft: Draft; player: ReturnType<typeof usePlayerState>; onFinish: () => void; busy: boolean }) {
  const { t } = useTranslation();
  const insets = useSafeAreaInsets();
  const tell = useToast();
  const entry = entryOf(draft, draft.at) ?? draft.exercises[0]!;
  const set = nextSet(entry);
  const left = draft.exercises.find((each) => nextSet(each));
  const { phone } = useSync();
  const log = async () => {
    if (!set) return;
    if (!isLoggable(set)) return tell({ text: t("session.logFirst") });
    readyAlarm();
    const best = phone && isBest(phone, player, entry, set);
    if (!(await player.change(logged(set.id, player)))) return;
    tap();
    if (best) tell({ text: t("session.newBest", { name: player.exercises.nameOf(entry.exercise_id), what: setWords(player, entry, set) }) });
  };
  return (
    <View className="px-5 md:px-8 pt-2 gap-3" style={{ paddingBottom: insets.bottom + 16 }}>
      {draft.rest ? <RestBar rest={draft.rest} /> : null}
      {set ? (
        <Button icon={Check} label={`${t("session.log")} \u00b7 ${setWords(player, entry, set)}`} onPress={() => void log()} className="min-h-16" />
      ) : left ? (
        <Button label={t("session.upNext", { name: player.exercises.nameOf(left.exercise_id) })} onPress={() => void player.change((now) => ({ ...now, at: left.id }))} className="min-h-16" />
      ) : (
        <Button icon={Check} label={t("session.finishWorkout")} busy={busy} onPress={onFinish} className="min-h-16" />
      )}
    </View>
  );
}

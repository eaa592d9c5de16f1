import { useTranslation } from "react-i18next";
import { View } from "react-native";
import { dayOf } from "@/lib/day";
import type { DraftExercise } from "@/lib/running";
import { useSpoken } from "@/lib/spoken";
import { Card, Chip, IconButton, Txt } from "@/ui";
import { Disc, Ellipsis } from "@/ui/icons";
import { Amount } from "./amount";
import { editSet, kindOfSet } from "./draft";
import { fieldsOf, setText } from "./fields";
import { nextSet, upNext } from "./flow";
import { SetRows } from "./set-rows";
import { usePlayer } from "./use-player";
import { letterOf, targetWords } from "./words";

/** The exercise whose turn it is: what was, what is wanted, and what the set that comes will be. */
export function CurrentCard({ entry }: { entry: DraftExercise }) {
  const { t } = useTranslation();
  const spoken = useSpoken();
  const player = usePlayer();
  const { draft, exercises, exerciseOf, show } = player;
  const exercise = exerciseOf(entry.exercise_id);
  const set = nextSet(entry);
  const name = exercises.nameOf(entry.exercise_id);
  const letter = letterOf(draft, entry);
  const next = upNext(draft);
  const isFresh = !entry.sets.some((each) => each.done && each.kind !== "warmup"); // later the reason is known
  const target = set ? targetWords(t, player, entry, set) : null;
  const kind = set && set.kind !== "normal" ? t(`session.kinds.${set.kind}`) : null;
  const place = set ? t("session.setOf", { place: entry.sets.indexOf(set) + 1, count: entry.sets.length }) : t("session.progress", { done: entry.sets.length, count: entry.sets.length });
  return (
    <Card className="gap-4">
      <View className="flex-row flex-wrap items-start gap-2">
        <View className="basis-40 grow shrink gap-0.5">
          <Txt kind="label">{[letter && t("session.supersetOf", { letter }), place, kind].filter(Boolean).join(" \u00b7 ")}</Txt>
          <Txt kind="title" level={2}>
            {name}
          </Txt>
        </View>
        {exercise?.equipment?.includes("barbell") ? <IconButton icon={Disc} label={t("session.barAndPlates")} onPress={() => show({ sheet: "plates", id: entry.id })} /> : null}
        <IconButton icon={Ellipsis} label={t("session.exerciseMenu", { name })} onPress={() => show({ sheet: "exercise", id: entry.id })} />
      </View>
      <Before entry={entry} />
      {entry.why && isFresh ? <Txt kind="small">{spoken(entry.why)}</Txt> : null}
      {entry.notes ? <Txt kind="small">{t("session.lastNote", { note: entry.notes })}</Txt> : null}
      {set ? (
        <View className="gap-4">
          {target ? <Txt className="text-center text-brand font-semibold">{t("session.target", { target })}</Txt> : null}
          {fieldsOf(exercise).map((field) => (
            <Amount key={`${set.id} ${field}`} setId={set.id} exerciseId={entry.exercise_id} name={field} values={set} />
          ))}
          {set.kind === "warmup" ? null : <Reserve setId={set.id} rir={set.kind === "failure" ? 0 : set.rir} kind={set.kind} />}
        </View>
      ) : null}
      {next ? <Txt kind="small">{t("session.upNext", { name: exercises.nameOf(next.exercise_id) })}</Txt> : null}
      <SetRows entry={entry} />
    </Card>
  );
}

/** Last time, in one line; what was noted then. */
function Before({ entry }: { entry: DraftExercise }) {
  const { t } = useTranslation();
  const { last, units, format, exerciseOf } = usePlayer();
  const before = last.get(entry.exercise_id);
  if (!before) return entry.why ? null : <Txt kind="small">{t("session.noLastTime")}</Txt>;
  const added = exerciseOf(entry.exercise_id)?.metric === "bodyweight";
  const sets = before.sets.filter((set) => set.kind !== "warmup").map((set) => setText(set, units, format, added));
  return (
    <View className="gap-0.5">
      <Txt kind="label">{t("session.lastTime", { day: format.shortDay(dayOf(new Date(before.at))) })}</Txt>
      <Txt className="tabular-nums">{inRuns(sets)}</Txt>
      {before.notes && !entry.notes ? <Txt kind="small">{t("session.lastNote", { note: before.notes })}</Txt> : null}
    </View>
  );
}

/** `60 kg × 8, 60 kg × 8, 60 kg × 7` as `2 × 60 kg × 8, 60 kg × 7`. */
function inRuns(sets: string[]): string {
  const runs: { text: string; count: number }[] = [];
  for (const text of sets) {
    const run = runs.at(-1);
    if (run?.text === text) run.count++;
    else runs.push({ text, count: 1 });
  }
  return runs.map(({ text, count }) => (count > 1 ? `${count} \u00d7 (${text})` : text)).join(", ");
}

const RESERVES = [0, 1, 2, 3, 4];

/** How hard it was, for who wants to say: repetitions in reserve. None left is a set to failure. */
function Reserve({ setId, rir, kind }: { setId: string; rir: number | undefined; kind: string }) {
  const { t } = useTranslation();
  const { change } = usePlayer();
  const choose = (value: number) => {
    const same = value === rir;
    if (kind !== "drop") void change(kindOfSet(setId, value === 0 && !same ? "failure" : "normal"));
    void change(editSet(setId, { rir: same || (value === 0 && kind !== "drop") ? undefined : value }));
  };
  return (
    <View role="radiogroup" aria-label={t("session.rir")} className="gap-1.5">
      <Txt kind="label" className="text-center">
        {t("session.rir")}
      </Txt>
      <View className="flex-row flex-wrap justify-center gap-1.5">
        {RESERVES.map((value) => (
          <Chip key={value} one label={value === 0 ? t("session.failure") : value === 4 ? t("session.rirMost") : String(value)} chosen={rir === value} onPress={() => choose(value)} />
        ))}
      </View>
    </View>
  );
}

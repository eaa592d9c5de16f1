import { useTranslation } from "react-i18next";
import { Pressable, View } from "react-native";
import type { DraftExercise, DraftSet } from "@/lib/running";
import { Button, cn, Icon, Txt } from "@/ui";
import { Check, ChevronEnd, Plus } from "@/ui/icons";
import { addSet } from "./draft";
import { nextSet } from "./flow";
import { newId, roundedLoad, usePlayer } from "./use-player";
import { setWords } from "./words";

/** The sets of an exercise; each can be changed by a tap. */
export function SetRows({ entry }: { entry: DraftExercise }) {
  const { t } = useTranslation();
  const { change, exerciseOf, units } = usePlayer();
  const current = nextSet(entry)?.id;
  const add = (kind: DraftSet["kind"]) => void change(addSet(entry.id, kind, newId, (kg) => roundedLoad(kg, units, exerciseOf(entry.exercise_id))));
  return (
    <View className="gap-1">
      <View role="list" aria-label={t("session.sets")}>
        {entry.sets.map((set, place) => (
          <SetRow key={set.id} entry={entry} set={set} place={place + 1} current={set.id === current} />
        ))}
      </View>
      <View className="flex-row flex-wrap gap-2 pt-1">
        <Button variant="plain" label={t("session.addSet")} onPress={() => add("normal")} className="min-h-11 px-4" />
        <Button variant="quiet" label={t("session.shortKinds.drop")} icon={Plus} aria-label={t("session.addDrop")} onPress={() => add("drop")} className="min-h-11 px-3" />
        <Button variant="quiet" label={t("session.shortKinds.warmup")} icon={Plus} aria-label={t("session.addWarmup")} onPress={() => add("warmup")} className="min-h-11 px-3" />
      </View>
    </View>
  );
}

function SetRow({ entry, set, place, current }: { entry: DraftExercise; set: DraftSet; place: number; current: boolean }) {
  const { t } = useTranslation();
  const player = usePlayer();
  const what = setWords(player, entry, set);
  const kind = set.kind === "normal" ? null : t(`session.kinds.${set.kind}`);
  const reserve = set.done && set.rir !== undefined ? t("session.rirShort", { count: set.rir }) : null;
  const state = t(set.done ? "session.isDone" : "session.isOpen");
  return (
    <View role="listitem">
      <Pressable
        role="button"
        onPress={() => player.show({ sheet: "set", id: set.id })}
        className={cn("min-h-12 px-3 rounded-field flex-row items-center gap-3 active:opacity-70", current && "bg-raised")}
      >
        <View role="img" aria-label={`${t("session.setRow", { place })}, ${state}`} className={cn("size-6 rounded-full items-center justify-center", set.done ? "bg-brand" : "border border-line")}>
          {set.done ? <Icon of={Check} tone="on-brand" size={16} /> : <Txt className="text-xs text-muted tabular-nums">{place}</Txt>}
        </View>
        <Txt className={cn("flex-1 tabular-nums", set.done && "font-semibold")}>{what}</Txt>
        {kind ? <Txt kind="small">{kind}</Txt> : null}
        {reserve ? <Txt kind="small">{reserve}</Txt> : null}
        <Icon of={ChevronEnd} tone="muted" size={16} />
      </Pressable>
    </View>
  );
}

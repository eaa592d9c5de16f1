import { useTranslation } from "react-i18next";
import { View } from "react-native";
import { useNamed, useSaidName } from "@/lib/exercises";
import { useGivenName, useSpoken } from "@/lib/spoken";
import { cn, Txt } from "@/ui";
import { Bullets, Folded, Part } from "./parts";
import { listOf, numberIn, runsOf, textOf, textsOf, type Data } from "./read";
import { durationOf, useWords } from "./words";

const KINDS = ["warmup", "drop", "failure"] as const;

/** Return what sort of set it is, where it is no ordinary one. */
export function useSetKind(): (kind: unknown) => string {
  const { t } = useWords();
  return (kind) => {
    const known = KINDS.find((each) => each === kind);
    return known ? t(`coach.card.kind.${known}`) : "";
  };
}

export function WorkoutDraft({ data }: { data: Data }) {
  const { t, day } = useWords();
  const said = useSaidName();
  return (
    <>
      <Txt kind="small">{day(textOf(data.day))}</Txt>
      {listOf(data.exercises).map((exercise, place) => (
        <View key={place} className={cn("gap-1.5 pt-3", place > 0 && "border-t border-line")}>
          <Txt kind="strong">{said(textOf(exercise.name))}</Txt>
          {textOf(exercise.superset) ? <Txt kind="small">{t("coach.card.superset", { name: said(textOf(exercise.superset)) })}</Txt> : null}
          {runsOf(listOf(exercise.sets)).map(({ item, count }, at) => (
            <SetLine key={at} item={item} count={count} unit={textOf(data.unit)} />
          ))}
        </View>
      ))}
    </>
  );
}

function SetLine({ item, count, unit }: { item: Data; count: number; unit: string }) {
  const { t, number, amount } = useWords();
  const kindOf = useSetKind();
  const [reps, weight, metres, seconds, rpe, rir] = ["reps", "weight", "distance_m", "duration_s", "rpe", "rir"].map((name) => numberIn(item[name]));
  const work = [reps === undefined ? "" : t("coach.card.reps", { count: reps }), amount(metres, "m"), seconds === undefined ? "" : durationOf(seconds)].filter(Boolean).join(", ");
  const effort = rpe === undefined ? (rir === undefined ? "" : `RIR ${number(rir, 1)}`) : `RPE ${number(rpe, 1)}`;
  return (
    <View className="flex-row flex-wrap items-baseline gap-x-3">
      <Txt className="tabular-nums">
        {count > 1 ? `${t("coach.card.times", { count })} ` : ""}
        {work}
        {weight === undefined ? "" : `, ${number(weight, 2)} ${unit}`}
      </Txt>
      <Txt kind="small">{[kindOf(item.kind), effort].filter(Boolean).join(", ")}</Txt>
    </View>
  );
}

export function Session({ data }: { data: Data }) {
  const { t } = useWords();
  const said = useSaidName();
  const spoken = useSpoken({ exercises: true });
  const minutes = numberIn(data.minutes);
  return (
    <>
      {minutes ? <Txt kind="small">{t("coach.card.minutes", { count: minutes })}</Txt> : null}
      {data.why ? <Txt>{spoken(textOf(data.why))}</Txt> : null}
      {listOf(data.exercises).map((each, place) => (
        <View key={place} className="gap-0.5 border-t border-line pt-3">
          <Txt kind="strong">{said(textOf(each.name))}</Txt>
          <Txt className="tabular-nums">{spoken(textOf(each.sets))}</Txt>
          {each.warm_up ? <Txt kind="small">{t("coach.card.warmUp", { sets: spoken(textOf(each.warm_up)) })}</Txt> : null}
          {each.rest ? <Txt kind="small">{t("coach.card.rest", { rest: spoken(textOf(each.rest)) })}</Txt> : null}
          {each.why ? <Txt kind="small">{spoken(textOf(each.why))}</Txt> : null}
        </View>
      ))}
    </>
  );
}

/** A training plan by its first week; what would change stands first. */
export function Plan({ data }: { data: Data }) {
  const { t, number } = useWords();
  const [spoken, given] = [useSpoken({ exercises: true }), useGivenName()];
  const [changes, notes, volume] = [textsOf(data.changes).map(spoken), textsOf(data.notes).map(spoken), listOf(data.volume)];
  const moved = listOf(data.volume_changes).map((each) => `${spoken(textOf(each.muscle))}: ${t("coach.card.volumeChange", { before: number(numberIn(each.before) ?? 0, 1), after: number(numberIn(each.after) ?? 0, 1) })}`);
  const [weeks, days] = [numberIn(data.weeks), numberIn(data.days_per_week)];
  return (
    <>
      <Txt kind="small">{[weeks && t("coach.card.weeks", { count: weeks }), days && t("coach.card.daysAWeek", { count: days }), data.replaces && t("coach.card.replaces", { name: given(textOf(data.replaces)) })].filter(Boolean).join(" · ")}</Txt>
      {changes.length || moved.length ? (
        <View className="gap-2 rounded-2xl bg-accent-soft p-4">
          <Txt kind="strong">{t("coach.card.changes")}</Txt>
          <Bullets items={[...changes, ...moved]} />
        </View>
      ) : null}
      <Folded items={listOf(data.days)} few={changes.length ? 1 : 2}>
        {(day, place) => <PlanDay key={place} day={day} />}
      </Folded>
      {volume.length ? (
        <Part title={t("coach.card.volume")}>
          <View className="flex-row flex-wrap gap-1.5">
            {volume.map((each, place) => (
              <Txt key={place} className="rounded-full bg-raised px-3 py-1 text-sm">
                {spoken(textOf(each.muscle))} {number(numberIn(each.sets) ?? 0, 1)}
              </Txt>
            ))}
          </View>
        </Part>
      ) : null}
      {notes.map((note, place) => (
        <Txt key={place} kind="small">
          {note}
        </Txt>
      ))}
    </>
  );
}

function PlanDay({ day }: { day: Data }) {
  const { t } = useWords();
  const said = useSaidName();
  const [spoken, given] = [useSpoken({ exercises: true }), useGivenName()];
  const minutes = numberIn(day.minutes);
  return (
    <View className="gap-2 border-t border-line pt-3">
      <Txt kind="strong">
        {given(textOf(day.name))}
        {minutes ? ` · ${t("coach.card.minutes", { count: minutes })}` : ""}
      </Txt>
      {listOf(day.exercises).map((each, place) => (
        <View key={place} className="gap-0.5">
          <Txt>{said(textOf(each.name))}</Txt>
          <Txt kind="small">{[spoken(textOf(each.sets)), spoken(textOf(each.why))].filter(Boolean).join(". ")}</Txt>
          {textsOf(each.swaps).length ? <Txt kind="small">{t("coach.card.swaps", { names: textsOf(each.swaps).slice(0, 2).map(said).join(", ") })}</Txt> : null}
        </View>
      ))}
    </View>
  );
}

/** Names and cues as Train has them; what the device does not know stays as the server says it. */
export function Exercises({ data }: { data: Data }) {
  const { t } = useTranslation();
  const [named, said] = [useNamed(), useSaidName()];
  const key = (text: string) => text.replaceAll(" ", "_");
  const told = {
    muscles: (text: string) => t(`train.muscles.${key(text)}` as "train.muscles.chest", { defaultValue: text }),
    equipment: (text: string) => t(`train.gear.${key(text)}` as "train.gear.barbell", { defaultValue: text }),
    easier: said,
    harder: said,
  };
  const list = (item: Data, part: keyof typeof told) => {
    const texts = textsOf(item[part]).map(told[part]);
    return texts.length ? <Part key={part} title={t(`coach.card.${part}`)}><Txt>{texts.join(", ")}</Txt></Part> : null;
  };
  return (
    <Folded items={listOf(data.items)} few={1}>
      {(item, place) => {
        const cues = textsOf(item.cues).length ? (named(textOf(item.name))?.cues ?? textsOf(item.cues)) : [];
        return (
          <View key={place} className={cn("gap-3", place > 0 && "border-t border-line pt-4")}>
            <Txt kind="heading" level={2}>
              {said(textOf(item.name))}
            </Txt>
            {(["muscles", "equipment"] as const).map((part) => list(item, part))}
            {cues.length ? <Part title={t("coach.card.cues")}><Bullets items={[...cues]} /></Part> : null}
            {(["easier", "harder"] as const).map((part) => list(item, part))}
          </View>
        );
      }}
    </Folded>
  );
}

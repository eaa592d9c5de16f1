import { useState } from "react";
import { useTranslation } from "react-i18next";
import { View } from "react-native";
import { useKept } from "@/lib/kept";
import { deviceTimeZone } from "@/lib/locale";
import { useRefusal } from "@/lib/spoken";
import { useMe } from "@/sync/me";
import { useSync } from "@/sync/provider";
import { Button, Chip, Chips, ErrorText, Field, Segmented, Sheet, SwitchRow, useToast } from "@/ui";
import { Named } from "../parts/part";
import { useRefused } from "../parts/use-profile";
import { bodyOf, CHANNELS, KINDS, SNOOZES, WEEK, withKind, type Draft, type Fault } from "./draft";
import { SnoozeButton } from "./snooze-button";
import { TargetField } from "./target-field";
import { useWhen } from "./words";

/** A reminder, new or as it is. What is typed is kept over a restart until it is saved. */
export function EditSheet({ first, onClose }: { first: Draft; onClose: () => void }) {
  const { t } = useTranslation();
  const refusal = useRefusal();
  const { phone } = useSync();
  const me = useMe();
  const tell = useToast();
  const { named } = useWhen();
  const [kept, keepDraft, ready] = useKept<Draft | null>(`reminder.${first.id ?? "new"}`, null);
  const [fault, setFault] = useState<Fault | null>(null);
  const refused = useRefused("reminder", first.id ?? "");
  const draft = kept ?? first;
  const change = (changes: Partial<Draft>) => {
    setFault(null);
    keepDraft({ ...draft, ...changes });
  };
  const save = async () => {
    const found = bodyOf(draft, t(`reminders.titles.${draft.kind}`), me?.time_zone ?? deviceTimeZone(), new Date());
    if ("fault" in found) return setFault(found.fault);
    for (const each of refused) await phone?.discard(each);
    if (draft.id) await phone?.edit("reminder", draft.id, found.body);
    else await phone?.create("reminder", { ...found.body, enabled: true });
    keepDraft(null);
    onClose();
  };
  const erase = async () => {
    if (!draft.id) return;
    const body = phone?.view("reminder", draft.id);
    await phone?.delete("reminder", draft.id);
    keepDraft(null);
    tell({ text: t("reminders.deleted"), action: body ? { label: t("common.undo"), run: () => void phone?.create("reminder", body) } : undefined });
    onClose();
  };
  if (!ready) return null;
  const wrong = (of: Fault) => (fault === of ? t(`reminders.bad.${of}`) : undefined);
  return (
    <Sheet open title={t(draft.id ? "reminders.edit" : "reminders.add")} close={t("common.close")} onClose={onClose}>
      <View role="radiogroup" aria-label={t("reminders.kind")} className="flex-row flex-wrap gap-2">
        {KINDS.map((kind) => (
          <Chip key={kind} one label={t(`reminders.kinds.${kind}`)} chosen={draft.kind === kind} onPress={() => change(withKind(draft, kind))} />
        ))}
      </View>
      <TargetField draft={draft} error={wrong("habit")} onChange={(target) => change({ target })} />
      <Field label={t("reminders.name")} placeholder={t(`reminders.titles.${draft.kind}`)} value={draft.title} onChangeText={(title) => change({ title })} maxLength={120} />
      <Segmented label={t("reminders.repeats")} value={draft.repeats ? "days" : "once"} options={(["days", "once"] as const).map((value) => ({ value, label: t(`reminders.${value}`) }))} onChange={(value) => change({ repeats: value === "days" })} />
      <View className="flex-row gap-3">
        <Field className="flex-1" label={t("reminders.time")} value={draft.clock} onChangeText={(clock) => change({ clock })} error={wrong("clock") ?? wrong("past")} autoCapitalize="none" />
        {draft.repeats ? null : <Field className="flex-1" label={t("reminders.day")} value={draft.day} onChangeText={(day) => change({ day })} error={wrong("day")} />}
      </View>
      {draft.repeats ? (
        <Named label={t("reminders.onDays")} hint={draft.days.length ? undefined : t("reminders.everyDay")}>
          <Chips label={t("reminders.onDays")} chosen={draft.days.map(String)} onChange={(days) => change({ days: days.map(Number) })} options={WEEK.map((day) => ({ value: String(day), label: named(day, "short") }))} />
        </Named>
      ) : null}
      <Named label={t("reminders.by")} hint={wrong("channels") ?? t("reminders.byText")}>
        <Chips label={t("reminders.by")} chosen={draft.channels} onChange={(channels) => change({ channels })} options={CHANNELS.filter((each) => each === "push" || draft.channels.includes(each) || (each === "email" ? me?.email : me?.phone)).map((value) => ({ value, label: t(`reminders.channels.${value}`) }))} />
      </Named>
      {draft.kind === "custom" ? null : <SwitchRow first title={t("reminders.ifNotDone")} detail={t(`reminders.ifNotDoneText.${draft.kind}`)} value={draft.ifNotDone} onChange={(ifNotDone) => change({ ifNotDone })} />}
      <Named label={t("reminders.snooze")}>
        <View role="radiogroup" aria-label={t("reminders.snooze")} className="flex-row flex-wrap gap-2">
          {SNOOZES.map((minutes) => (
            <Chip key={minutes} one label={t("reminders.minutes", { count: minutes })} chosen={draft.snooze === minutes} onPress={() => change({ snooze: minutes })} />
          ))}
        </View>
      </Named>
      <Field label={t("reminders.note")} value={draft.body} onChangeText={(body) => change({ body })} maxLength={500} multiline />
      {refused[0] ? <ErrorText>{refusal(refused[0].result.problem)}</ErrorText> : null}
      <Button label={t("common.save")} onPress={() => void save()} />
      {draft.id ? (
        <>
          <SnoozeButton id={draft.id} minutes={draft.snooze} onDone={onClose} />
          <Button variant="danger" label={t("reminders.delete")} onPress={() => void erase()} />
        </>
      ) : null}
    </Sheet>
  );
}

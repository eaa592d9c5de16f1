import { useState } from "react";
import { useTranslation } from "react-i18next";
import { daysBefore, type Day } from "@/lib/day";
import { VACATION } from "@/lib/habits/records";
import type { TimeOff } from "@/lib/habits/rules";
import { useSync } from "@/sync/provider";
import { Unsent } from "@/sync/unsent";
import { DateField } from "@/ui/date-field";
import { Button, Card, Chip, Sheet, Txt, useToast } from "@/ui";
import { Palmtree } from "@/ui/icons";
import { vacationNow, withoutVacation, withVacation } from "./view";
import { useHabitWords } from "./words";

/** All habits rest from one day to another; their rows stay as they are. */
export function VacationCard({ vacations, today }: { vacations: TimeOff[]; today: Day }) {
  const { t } = useTranslation();
  const { calendar } = useHabitWords();
  const { phone } = useSync();
  const tell = useToast();
  const [open, setOpen] = useState(false);
  const { on, next } = vacationNow(vacations, today);
  const write = async (periods: TimeOff[]) => {
    if (!phone) return;
    if (phone.view("vacation", VACATION)) await phone.edit("vacation", VACATION, { periods });
    else await phone.create("vacation", { periods }, VACATION);
  };
  const back = async () => {
    await write(withoutVacation(vacations, today, daysBefore(today, 1)));
    tell({ text: t("habits.backDone"), action: { label: t("common.undo"), run: () => void write(vacations) } });
  };
  const said = on ? (on.to ? t("habits.vacationOn", { day: calendar.date(on.to) }) : t("habits.vacationOpen")) : next ? (next.to ? t("habits.vacationAhead", { from: calendar.date(next.from), to: calendar.date(next.to) }) : t("habits.vacationAheadOpen", { from: calendar.date(next.from) })) : t("habits.vacationText");
  return (
    <Card title={t("habits.vacation")} aside={<Unsent kind="vacation" id={VACATION} />}>
      <Txt kind={on || next ? "body" : "small"}>{said}</Txt>
      {on || next ? <Button variant="soft" label={on ? t("habits.vacationBack") : t("habits.vacationOff")} onPress={() => void back()} /> : <Button variant="plain" icon={Palmtree} label={t("habits.vacationSet")} onPress={() => setOpen(true)} />}
      {open ? <VacationSheet today={today} onClose={() => setOpen(false)} onSave={(period) => write(withVacation(vacations, period))} /> : null}
    </Card>
  );
}

const USUAL_DAYS = 7;

function VacationSheet({ today, onClose, onSave }: { today: Day; onClose: () => void; onSave: (period: TimeOff) => Promise<void> }) {
  const { t } = useTranslation();
  const { calendar } = useHabitWords();
  const tell = useToast();
  const [from, setFrom] = useState(today);
  const [to, setTo] = useState<Day | null>(daysBefore(today, -USUAL_DAYS));
  const wrong = to !== null && to < from;
  const save = async () => {
    if (wrong) return;
    await onSave(to ? { from, to } : { from });
    tell({ text: t("habits.vacationSaved") });
    onClose();
  };
  return (
    <Sheet open title={t("habits.vacation")} close={t("common.close")} onClose={onClose}>
      <Txt kind="small">{t("habits.vacationText")}</Txt>
      <DateField label={t("habits.from")} value={from} shown={calendar.date(from)} onChange={setFrom} />
      {to === null ? null : <DateField label={t("habits.to")} value={to} shown={calendar.date(to)} from={from} onChange={setTo} error={wrong ? t("habits.needOrder") : undefined} />}
      <Chip label={t("habits.open")} chosen={to === null} onPress={() => setTo(to === null ? daysBefore(from, -USUAL_DAYS) : null)} />
      <Button label={t("common.save")} disabled={wrong} onPress={() => void save()} />
    </Sheet>
  );
}

import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { goBack } from "@/lib/go-back";
import { dayOf } from "@/lib/day";
import { useExercises } from "@/lib/exercises";
import { newId } from "@/lib/id";
import { startRunning } from "@/lib/running";
import { useFormat } from "@/i18n/format";
import { useGivenName, useSpoken } from "@/lib/spoken";
import { useUnits } from "@/sync/me";
import { useRecord, useRecords } from "@/sync/provider";
import type { Phone } from "@/sync/phone";
import { Button, Card, Columns, IconButton, ListRow, Screen, Skeleton, Txt, useToast } from "@/ui";
import { ChevronStart, Play, Plus } from "@/ui/icons";
import { workoutsOf, type Workout } from "./history";
import { draftOf, repeatOf, type Proposal } from "./plan";
import { useProposal } from "./requests";
import { useLastTimes } from "./use-player";

const RECENT = 8;

/** The newest workout of each name. */
function recentOf(phone: Phone): Workout[] {
  const newest = workoutsOf(phone).sort((a, b) => Date.parse(b.started_at) - Date.parse(a.started_at));
  const names = new Map<string, Workout>();
  for (const each of newest) if (!names.has(each.name.toLocaleLowerCase())) names.set(each.name.toLocaleLowerCase(), each);
  return [...names.values()].slice(0, RECENT);
}

/** How a session begins: the one that is due, an empty one, one again. What the address asks for begins by itself. */
export function Start({ planned = false, repeat, free = false }: { planned?: boolean; repeat?: string; free?: boolean }) {
  const { t } = useTranslation();
  const given = useGivenName();
  const spoken = useSpoken();
  const format = useFormat(useUnits());
  const { nameOf } = useExercises();
  const proposal = useProposal();
  const recent = useRecords(["workout"], recentOf);
  const again = useRecord("workout", repeat ?? "") as Workout | null | undefined;
  const last = useLastTimes(Infinity);
  const tell = useToast();
  const begun = useRef(false);

  const begin = (from: Proposal) => void startRunning(draftOf(from, newId, new Date(), last)).catch(() => tell({ text: t("session.unsaved") }));
  const wanted = repeat ? again && repeatOf(again) : free ? emptyOf(t("session.freeName")) : planned && proposal?.exercises.length ? proposal : null;
  useEffect(() => {
    if (!wanted || begun.current) return;
    begun.current = true;
    begin(wanted);
  });

  const waits = (planned && proposal === undefined) || (!!repeat && again === undefined) || !!wanted;
  if (waits)
    return (
      <Screen title={t("session.title")}>
        <Skeleton label={t("session.start.preparing")} heights={[320, 160]} />
      </Screen>
    );
  return (
    <Screen title={t("session.start.title")} aside={<IconButton icon={ChevronStart} label={t("common.back")} onPress={() => goBack("/train")} />}>
      {repeat && again === null ? <Txt role="alert">{t("session.start.gone")}</Txt> : null}
      <Columns
        start={
          <>
            {proposal === undefined ? (
              <Skeleton label={t("common.loading")} heights={[180]} />
            ) : proposal?.exercises.length ? (
              <Card title={given(proposal.name)} aside={proposal.minutes ? <Txt kind="small">{t("today.minutes", { count: proposal.minutes })}</Txt> : undefined}>
                {proposal.deload ? <Txt kind="strong">{t("session.lighterWeek")}</Txt> : null}
                {proposal.why ? <Txt className="text-muted">{spoken(proposal.why)}</Txt> : null}
                <Txt kind="small">{proposal.exercises.map((each) => nameOf(each.exercise_id)).join(", ")}</Txt>
                <Button icon={Play} label={t("session.start.start")} onPress={() => begin(proposal)} className="min-h-14" />
              </Card>
            ) : (
              <Card title={t("session.start.nothing")}>
                <Txt className="text-muted">{t("session.start.nothingText")}</Txt>
              </Card>
            )}
            <Card>
              <Button variant={proposal?.exercises.length ? "soft" : "primary"} icon={Plus} label={t("session.start.empty")} onPress={() => begin(emptyOf(t("session.freeName")))} />
              <Txt kind="small" className="text-center">
                {t("session.start.emptyText")}
              </Txt>
            </Card>
          </>
        }
        end={
          recent?.length ? (
            <Card title={t("session.start.repeat")} className="gap-0">
              {recent.map((workout, place) => (
                <ListRow key={workout.id} first={place === 0} title={given(workout.name)} detail={format.day(dayOf(new Date(workout.started_at)))} onPress={() => begin(repeatOf(workout))} />
              ))}
            </Card>
          ) : null
        }
      />
    </Screen>
  );
}

const emptyOf = (name: string): Proposal => ({ name, exercises: [] });

import { Card, Columns, Txt } from "@/ui";
import type { Plan } from "../model";
import { weeksOf } from "../plans";
import { useWords } from "../use-words";
import { rangeOf } from "../volume";
import { MuscleBar } from "../volume-rows";
import { SessionCard } from "./session-card";
import { WhyCard } from "./why-card";

/** A plan before it is trained by: its first week, how much each muscle gets, and why. */
export function Preview({ plan }: { plan: Plan }) {
  const { t } = useWords();
  const weeks = weeksOf(plan);
  const level = plan.given?.careful ? "beginner" : (plan.given?.level ?? "beginner");
  const lighter = weeks.filter((each) => each.deload).map((each) => each.week);
  const volume = (plan.volume ?? []).filter((each) => each.week === 1).toSorted((a, b) => b.sets - a.sets);
  const most = Math.max(1, ...volume.map((each) => each.sets));
  return (
    <Columns
      start={
        <>
          <Card title={t("train.new.summary")}>
            <Txt>{[t("train.plan.weeks", { count: plan.weeks }), t("train.plan.daysAWeek", { count: weeks[0]?.sessions.length ?? 0 }), t("train.minutes", { count: Math.max(...plan.days.map((each) => each.minutes)) })].join(" · ")}</Txt>
            {lighter.length ? <Txt className="text-muted">{t("train.new.lighterWeeks", { weeks: lighter.join(", ") })}</Txt> : null}
          </Card>
          {weeks[0]?.sessions.map((session, place) => (
            <SessionCard key={session.id} session={session} open={place === 0} />
          ))}
        </>
      }
      end={
        <>
          <WhyCard plan={plan} />
          <Card title={t("train.new.volume")}>
            <Txt kind="small">{t("train.volume.legend")}</Txt>
            {volume.map(({ muscle, sets }) => (
              <MuscleBar key={muscle} each={{ muscle, sets, range: rangeOf(muscle, level) }} most={most} />
            ))}
          </Card>
        </>
      }
    />
  );
}

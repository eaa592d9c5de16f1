import { useTranslation } from "react-i18next";
import { View } from "react-native";
import { useFormat } from "@/i18n/format";
import { useSpoken } from "@/lib/spoken";
import { useUnits } from "@/sync/me";
import { Card, cn, Txt } from "@/ui";
import type { Report } from "./requests";

const [FEW, NAMED] = [8, ["user", "exercise", "training_plan", "workout", "measurement", "photo", "habit", "checkin", "reminder", "food", "recipe", "meal_plan", "meal", "water", "goal", "cycle", "memory", "message"] as const];

/** What a file brings, by kind: what is new, what is here already, what differs, what was refused and why. */
export function ReportView({ report, done }: { report: Report; done: boolean }) {
  const { t } = useTranslation();
  const spoken = useSpoken();
  const format = useFormat(useUnits());
  const rows = Object.entries(report.counts ?? {}).filter(([, each]) => each.new + each.same + each.conflict + each.rejected > 0);
  const named = (kind: string) => {
    const known = NAMED.find((each) => each === kind);
    return known ? t(`you.import.kinds.${known}`) : kind.replaceAll("_", " ");
  };
  const problems = report.problems ?? [];
  return (
    <Card title={t(done ? "you.import.came" : "you.import.would")} className="gap-2">
      {done ? <Txt role="status">{t("you.import.done")}</Txt> : null}
      {rows.length ? null : <Txt className="text-muted">{t("you.import.empty")}</Txt>}
      {rows.map(([kind, each], place) => (
        <View key={kind} className={cn("flex-row items-center gap-3 py-2", place > 0 && "border-t border-line")}>
          <View className="flex-1 gap-0.5">
            <Txt>{named(kind)}</Txt>
            <Txt kind="small">
              {[each.same ? t("you.import.same", { count: each.same }) : "", each.conflict ? t("you.import.conflict", { count: each.conflict }) : "", each.rejected ? t("you.import.rejected", { count: each.rejected }) : ""].filter(Boolean).join(" · ")}
            </Txt>
          </View>
          <Txt kind="strong" className="tabular-nums">
            {each.new ? t("you.import.new", { number: format.number(each.new) }) : "—"}
          </Txt>
        </View>
      ))}
      {problems.length ? (
        <View className="gap-1 pt-2">
          <Txt kind="strong">{t("you.import.problems")}</Txt>
          {problems.slice(0, FEW).map((each, place) => (
            <Txt key={place} className="text-sm text-muted">
              {[each.kind ? named(each.kind) : each.file, each.field, spoken(each.message)].filter(Boolean).join(": ")}
            </Txt>
          ))}
          {problems.length + (report.more_problems ?? 0) > FEW ? <Txt kind="small">{t("you.import.more", { count: problems.length + (report.more_problems ?? 0) - FEW })}</Txt> : null}
        </View>
      ) : null}
    </Card>
  );
}

import { useTranslation } from "react-i18next";
import { View } from "react-native";
import type { Day } from "@/lib/day";
import { useRecords, useSync } from "@/sync/provider";
import { Unsent } from "@/sync/unsent";
import { Card, Chip, Txt } from "@/ui";
import { completeOf } from "../rules/diary";
import { markDay } from "../write";

/** Whether all of a day is logged, in the person's own word: what they burn is measured by it. */
export function DayMark({ day }: { day: Day }) {
  const { t } = useTranslation();
  const { phone } = useSync();
  const said = useRecords(["diary_day"], (device) => completeOf(device, day)) ?? null;
  const say = (complete: boolean) => phone && void markDay(phone, day, said === complete ? null : complete);
  return (
    <Card title={t("eat.dayMark")} aside={<Unsent kind="diary_day" id={day} />}>
      <Txt kind="small">{t("eat.dayMarkText")}</Txt>
      <View role="radiogroup" aria-label={t("eat.dayMark")} className="flex-row flex-wrap gap-2">
        <Chip one label={t("eat.dayComplete")} chosen={said === true} onPress={() => say(true)} />
        <Chip one label={t("eat.dayPartly")} chosen={said === false} onPress={() => say(false)} />
      </View>
    </Card>
  );
}

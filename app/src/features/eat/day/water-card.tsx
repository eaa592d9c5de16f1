import { useTranslation } from "react-i18next";
import { View } from "react-native";
import type { Format } from "@/i18n/format";
import { withOffset, type Day } from "@/lib/day";
import type { Units } from "@/lib/locale";
import { GLASS_ML } from "@/lib/quantities";
import { useRecords, useSync } from "@/sync/provider";
import { Button, Card, Icon, IconButton, ProgressBar, Txt, useToast } from "@/ui";
import { Droplet, Minus, Plus } from "@/ui/icons";
import { momentOf, waterOf } from "../rules/diary";

type Props = { day: Day; today: Day; target: number | null; units: Units; format: Format };

const NOON = "12:00";

/** A glass more, or the last one less. */
export function WaterCard({ day, today, target, units, format }: Props) {
  const { t } = useTranslation();
  const { phone } = useSync();
  const tell = useToast();
  const { ml, last } = useRecords(["water"], (device) => waterOf(device, day)) ?? { ml: 0, last: null };
  const glass = GLASS_ML[units];
  const add = async () => {
    if (!phone) return;
    const id = await phone.create("water", { drunk_at: withOffset(day === today ? new Date() : momentOf(day, NOON)), ml: glass });
    tell({ text: t("eat.waterAdded", { amount: format.water(glass) }), action: { label: t("common.undo"), run: () => void phone.delete("water", id) } });
  };
  return (
    <Card title={t("eat.water")}>
      <View className="flex-row flex-wrap items-center justify-between gap-3">
        <View className="flex-row items-center gap-2">
          <Icon of={Droplet} tone="water" size={26} />
          <Txt className="text-2xl font-bold tabular-nums">{format.water(ml)}</Txt>
          {target ? <Txt kind="small">{t("eat.ofTarget", { target: format.water(target) })}</Txt> : null}
        </View>
        <View className="flex-row items-center gap-2">
          {last ? <IconButton icon={Minus} label={t("eat.waterLess")} onPress={() => void phone?.delete("water", last)} /> : null}
          <Button variant="soft" icon={Plus} label={t("eat.addWater", { amount: format.water(glass) })} onPress={() => void add()} />
        </View>
      </View>
      {target ? <ProgressBar value={ml / target} label={t("eat.water")} text={t("eat.of", { value: format.water(ml), target: format.water(target) })} fill="water" /> : null}
    </Card>
  );
}

import { useTranslation } from "react-i18next";
import { View } from "react-native";
import type { Format } from "@/i18n/format";
import { withOffset } from "@/lib/day";
import type { Units } from "@/lib/locale";
import { GLASS_ML } from "@/lib/quantities";
import { useRecords, useSync } from "@/sync/provider";
import { Button, Card, Icon, Txt, useToast } from "@/ui";
import { CloudUpload, Droplet, Plus } from "@/ui/icons";

/** One tap adds a glass; the toast takes it back. */
export function WaterCard({ ml, units, format }: { ml: number; units: Units; format: Format }) {
  const { t } = useTranslation();
  const { phone } = useSync();
  const tell = useToast();
  const unsent = useRecords(["water"], (device) => device.queue.some((op) => op.kind === "water"));
  const add = async () => {
    if (!phone) return;
    const id = await phone.create("water", { drunk_at: withOffset(new Date()), ml: GLASS_ML[units] });
    tell({ text: t("today.waterAdded", { amount: format.water(GLASS_ML[units]) }), action: { label: t("common.undo"), run: () => void phone.delete("water", id) } });
  };
  const mark = unsent ? (
    <View role="img" aria-label={t("common.unsent")}>
      <Icon of={CloudUpload} tone="muted" size={16} />
    </View>
  ) : undefined;
  return (
    <Card title={t("today.water")} aside={mark}>
      <View className="flex-row flex-wrap items-center justify-between gap-3">
        <View className="flex-row items-center gap-2">
          <Icon of={Droplet} tone="water" size={26} />
          <Txt className="text-2xl font-bold tabular-nums">{format.water(ml)}</Txt>
        </View>
        <Button variant="soft" icon={Plus} label={t("today.addWater", { amount: format.water(GLASS_ML[units]) })} onPress={() => void add()} />
      </View>
    </Card>
  );
}

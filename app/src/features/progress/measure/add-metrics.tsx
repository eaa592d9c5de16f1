import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Pressable, View } from "react-native";
import { Button, Icon, Sheet, Txt } from "@/ui";
import { Plus } from "@/ui/icons";
import { GROUPS, type Group, type Metric } from "../figures/metrics";

/** All else that can be measured, by what it is of. */
export function AddMetrics({ shown, onAdd }: { shown: readonly Metric[]; onAdd: (metric: Metric) => void }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const add = (metric: Metric) => {
    onAdd(metric);
    setOpen(false);
  };
  return (
    <>
      <Button variant="soft" icon={Plus} label={t("progress.add")} onPress={() => setOpen(true)} />
      <Sheet open={open} title={t("progress.add")} close={t("common.close")} onClose={() => setOpen(false)}>
        {(Object.keys(GROUPS) as Group[]).map((group) => (
          <View key={group} className="gap-2">
            <Txt kind="label" level={3}>
              {t(`progress.groups.${group}`)}
            </Txt>
            <View className="flex-row flex-wrap gap-2">
              {GROUPS[group]
                .filter((metric) => !shown.includes(metric))
                .map((metric) => (
                  <Pressable key={metric} role="button" aria-label={t(`progress.metrics.${metric}`)} onPress={() => add(metric)} className="min-h-11 px-4 rounded-full flex-row items-center gap-1.5 bg-card border border-line active:opacity-80">
                    <Icon of={Plus} tone="muted" size={16} />
                    <Txt>{t(`progress.metrics.${metric}`)}</Txt>
                  </Pressable>
                ))}
            </View>
          </View>
        ))}
      </Sheet>
    </>
  );
}

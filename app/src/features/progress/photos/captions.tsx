import { useTranslation } from "react-i18next";
import { View } from "react-native";
import { useFormat } from "@/i18n/format";
import { useUnits } from "@/sync/me";
import { Txt } from "@/ui";
import { near, type Reading } from "../figures/readings";
import { useMetric } from "../parts/use-metric";
import type { Photo } from "./list";

const DAY_MS = 864e5;

/** The day of each photo and the weight near it, and how far apart the two are. */
export function Captions({ pair: [before, after], weights }: { pair: readonly [Photo, Photo]; weights: readonly Reading[] }) {
  const { t } = useTranslation();
  const words = useMetric("weight_kg");
  const [first, last] = [near(weights, before.at), near(weights, after.at)];
  const days = Math.round((after.at - before.at) / DAY_MS);
  const apart = days < 21 ? t("progress.photos.apartDays", { count: days }) : t("progress.photos.apartWeeks", { count: Math.round(days / 7) });
  return (
    <View className="gap-1" style={{ direction: "ltr" }}>
      <View className="flex-row justify-between gap-3">
        <Caption name={t("progress.photos.before")} photo={before} weight={first} />
        <Caption name={t("progress.photos.after")} photo={after} weight={last} end />
      </View>
      <Txt kind="strong" className="text-center">
        {apart}
        {first !== null && last !== null ? ` · ${words.change(last - first)}` : ""}
      </Txt>
    </View>
  );
}

function Caption({ name, photo, weight, end = false }: { name: string; photo: Photo; weight: number | null; end?: boolean }) {
  const { t } = useTranslation();
  const words = useMetric("weight_kg");
  const format = useFormat(useUnits());
  return (
    <View className={end ? "items-end" : "items-start"}>
      <Txt kind="small">{name}</Txt>
      <Txt kind="strong">{format.date(photo.day)}</Txt>
      <Txt kind="small">{weight === null ? t("progress.photos.noWeight") : words.show(weight)}</Txt>
    </View>
  );
}

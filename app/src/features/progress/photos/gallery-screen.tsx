import { router } from "expo-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Pressable, View } from "react-native";
import { useFormat } from "@/i18n/format";
import { useSpoken } from "@/lib/spoken";
import { useUnits } from "@/sync/me";
import { Button, Card, Empty, Icon, Screen, Segmented, Skeleton, Txt } from "@/ui";
import { Camera, CloudUpload, Columns2, Info } from "@/ui/icons";
import { BackTitle } from "../parts/back";
import { useUncovered } from "./cover";
import { CoverButton } from "./cover-button";
import { POSES, usePhotos, type Photo, type Pose } from "./list";
import { PhotoSheet } from "./photo-sheet";
import { Picture } from "./picture";

/** All photos, by month; of one pose or all. */
export function PhotosScreen() {
  const { t } = useTranslation();
  const photos = usePhotos();
  const [pose, setPose] = useState<Pose | "all">("all");
  const [open, setOpen] = useState<string | null>(null);
  const shown = useUncovered();
  const opened = photos?.find((each) => each.id === open);
  const take = () => router.push({ pathname: "/photos/take", params: pose === "all" ? {} : { pose } });
  if (!photos)
    return (
      <Screen>
        <BackTitle title={t("progress.photos.title")} />
        <Skeleton label={t("common.loading")} heights={[48, 300]} />
      </Screen>
    );
  if (!photos.length)
    return (
      <Screen narrow footer={<Button icon={Camera} label={t("progress.photos.take")} onPress={take} />}>
        <BackTitle title={t("progress.photos.title")} />
        <Card>
          <Empty icon={Camera} title={t("progress.photos.none")} text={t("progress.photos.noneText")} />
        </Card>
      </Screen>
    );
  return (
    <Screen footer={<Button icon={Camera} label={t("progress.photos.take")} onPress={take} className="md:self-center md:px-16" />}>
      <BackTitle title={t("progress.photos.title")} aside={<CoverButton />} />
      <View className="md:w-96">
        <Segmented label={t("progress.photos.pose")} value={pose} onChange={setPose} options={[{ value: "all", label: t("progress.photos.every") }, ...POSES.map((value) => ({ value, label: t(`progress.photos.poses.${value}`) }))]} />
      </View>
      <Button variant="soft" icon={Columns2} label={t("progress.photos.compare")} onPress={() => router.push({ pathname: "/photos/compare", params: pose === "all" ? {} : { pose } })} className="md:self-start" />
      <Months photos={photos.filter((each) => pose === "all" || each.pose === pose)} covered={!shown} onOpen={setOpen} />
      {opened ? <PhotoSheet photo={opened} onClose={() => setOpen(null)} /> : null}
    </Screen>
  );
}

function Months({ photos, covered, onOpen }: { photos: Photo[]; covered: boolean; onOpen: (id: string) => void }) {
  const { t } = useTranslation();
  const format = useFormat(useUnits());
  const months = new Map<string, Photo[]>();
  for (const photo of photos) months.set(photo.day.slice(0, 7), [...(months.get(photo.day.slice(0, 7)) ?? []), photo]);
  if (!photos.length) return <Txt kind="small">{t("progress.photos.noneText")}</Txt>;
  return [...months].map(([month, those]) => (
    <View key={month} className="gap-2">
      <Txt kind="heading" level={2}>
        {format.month(`${month}-15`)}
      </Txt>
      <View className="flex-row flex-wrap gap-2">
        {those.map((photo) => (
          <Tile key={photo.id} photo={photo} covered={covered} onPress={() => onOpen(photo.id)} />
        ))}
      </View>
    </View>
  ));
}

function Tile({ photo, covered, onPress }: { photo: Photo; covered: boolean; onPress: () => void }) {
  const { t } = useTranslation();
  const spoken = useSpoken();
  const format = useFormat(useUnits());
  const { waiting } = photo;
  const name = `${format.shortDay(photo.day)} · ${t(`progress.photos.poses.${photo.pose}`)}`;
  const state = !waiting ? null : waiting.problem ? t("progress.photos.refused", { why: spoken(waiting.problem.text) }) : t("progress.photos.waits");
  return (
    <Pressable role="button" aria-label={state ? `${name}. ${state}` : name} onPress={onPress} className="w-[31.5%] md:w-40 gap-1 active:opacity-80">
      <Picture photo={photo} covered={covered} className="w-full aspect-[3/4] rounded-2xl" />
      <View className="flex-row items-center gap-1">
        <Txt className="text-xs text-muted flex-1" numberOfLines={1}>
          {name}
        </Txt>
        {waiting ? <Icon of={waiting.problem ? Info : CloudUpload} tone={waiting.problem ? "warn" : "muted"} size={16} /> : null}
      </View>
    </Pressable>
  );
}

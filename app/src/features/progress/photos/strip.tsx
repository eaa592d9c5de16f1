import { router } from "expo-router";
import { useTranslation } from "react-i18next";
import { Pressable, ScrollView, View } from "react-native";
import { Button, Card, Empty, Txt } from "@/ui";
import { Camera, Columns2 } from "@/ui/icons";
import { useFormat } from "@/i18n/format";
import { useUnits } from "@/sync/me";
import { useUncovered } from "./cover";
import { CoverButton } from "./cover-button";
import { usePhotos } from "./list";
import { Picture, usePhotoName } from "./picture";

const AT_MOST = 8;
const take = () => router.push("/photos/take");

/** The newest photos in one line, and what can be done with them. */
export function PhotoStrip() {
  const { t } = useTranslation();
  const photos = usePhotos();
  const shown = useUncovered();
  const nameOf = usePhotoName();
  const format = useFormat(useUnits());
  if (!photos) return null;
  if (!photos.length)
    return (
      <Card title={t("progress.photos.title")}>
        <Empty icon={Camera} title={t("progress.photos.none")} text={t("progress.photos.noneText")} action={t("progress.photos.take")} onAction={take} />
      </Card>
    );
  return (
    <Card title={t("progress.photos.title")} aside={<CoverButton />}>
      <ScrollView horizontal showsHorizontalScrollIndicator={false} className="-mx-5" contentContainerClassName="px-5 gap-2.5">
        {photos.slice(0, AT_MOST).map((photo) => (
          <Pressable key={photo.id} role="link" aria-label={nameOf(photo)} onPress={() => router.push("/photos")} className="gap-1 active:opacity-80">
            <Picture photo={photo} covered={!shown} className="w-24 h-32 rounded-2xl" />
            <Txt className="text-xs text-muted text-center">{format.shortDay(photo.day)}</Txt>
          </Pressable>
        ))}
      </ScrollView>
      <View className="flex-row flex-wrap gap-2">
        <Button variant="soft" icon={Camera} label={t("progress.photos.take")} onPress={take} className="grow min-h-11" />
        <Button variant="plain" icon={Columns2} label={t("progress.photos.compare")} onPress={() => router.push("/photos/compare")} className="grow min-h-11" />
      </View>
      <Button variant="quiet" label={t("progress.photos.all")} onPress={() => router.push("/photos")} className="min-h-11" />
    </Card>
  );
}

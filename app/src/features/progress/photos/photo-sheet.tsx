import { router } from "expo-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { View } from "react-native";
import { useSpoken } from "@/lib/spoken";
import { useUploads } from "@/lib/uploads";
import { useRecords, useSync } from "@/sync/provider";
import { Button, Sheet, Txt, useToast } from "@/ui";
import { Columns2, Trash } from "@/ui/icons";
import { near, readingsOf } from "../figures/readings";
import { useMetric } from "../parts/use-metric";
import type { Photo } from "./list";
import { Picture, usePhotoName } from "./picture";

/** One photo, large; to compare it, send it again or delete it. Opening it uncovers it. */
export function PhotoSheet({ photo, onClose }: { photo: Photo; onClose: () => void }) {
  const { t } = useTranslation();
  const spoken = useSpoken();
  const { phone } = useSync();
  const { uploads } = useUploads();
  const tell = useToast();
  const [sure, setSure] = useState(false);
  const words = useMetric("weight_kg");
  const weight = useRecords(["measurement"], (device) => near(readingsOf(device).get("weight_kg") ?? [], photo.at));
  const name = usePhotoName()(photo);
  const problem = photo.waiting?.problem;
  const remove = async () => {
    onClose();
    if (photo.waiting) await uploads?.drop(photo.id);
    else await phone?.delete("photo", photo.id);
    tell({ text: t("progress.photos.deleted") });
  };
  const again = async () => {
    await uploads?.again(photo.id);
    await uploads?.run();
  };
  const compare = () => {
    onClose();
    router.push({ pathname: "/photos/compare", params: { pose: photo.pose, a: photo.id } });
  };
  if (sure)
    return (
      <Sheet open title={t("progress.photos.deleteTitle")} close={t("common.close")} onClose={() => setSure(false)}>
        <Txt>{t("progress.photos.deleteText")}</Txt>
        <Button variant="danger" icon={Trash} label={t("progress.photos.delete")} onPress={() => void remove()} />
        <Button variant="quiet" label={t("common.cancel")} onPress={() => setSure(false)} />
      </Sheet>
    );
  return (
    <Sheet open title={name} close={t("common.close")} onClose={onClose}>
      <Picture photo={photo} large fit="contain" className="w-full aspect-[3/4] rounded-2xl" />
      {typeof weight === "number" ? <Txt kind="small">{words.show(weight)}</Txt> : null}
      {problem ? (
        <View className="gap-2">
          <Txt className="text-warn">{t("progress.photos.refused", { why: problem.status === 410 ? t("progress.photos.gone") : spoken(problem.text) })}</Txt>
          <Button variant="soft" label={t("progress.photos.again")} onPress={() => void again()} />
        </View>
      ) : photo.waiting ? (
        <Txt kind="small">{t("progress.photos.waits")}</Txt>
      ) : null}
      <Button variant="soft" icon={Columns2} label={t("progress.photos.compare")} onPress={compare} />
      <Button variant="danger" icon={Trash} label={t("progress.photos.delete")} onPress={() => setSure(true)} />
    </Sheet>
  );
}

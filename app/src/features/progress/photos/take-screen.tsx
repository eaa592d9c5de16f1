import { launchImageLibraryAsync } from "expo-image-picker";
import { useLocalSearchParams } from "expo-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { View } from "react-native";
import { withOffset } from "@/lib/day";
import { shrink } from "@/lib/pictures/shrink";
import { useUploads, type PictureFile } from "@/lib/uploads";
import { useOnline } from "@/lib/use-online";
import { Button, Card, Columns, ErrorText, Screen, Segmented, useToast } from "@/ui";
import { ImageIcon } from "@/ui/icons";
import { BackTitle, goBack } from "../parts/back";
import { When } from "../parts/when";
import { CameraBox } from "./camera-box";
import { POSES, usePhotos, type Pose } from "./list";
import { Review } from "./review";

/** Take a photo in the pose of the last one, or choose one that is there; it is kept on the device at once and sent when it can be. */
export function TakePhotoScreen() {
  const { t } = useTranslation();
  const asked = useLocalSearchParams<{ pose?: string }>().pose;
  const [pose, setPose] = useState<Pose>(POSES.find((each) => each === asked) ?? "front");
  const [made, setMade] = useState<PictureFile | null>(null);
  const [at, setAt] = useState<Date | null>(null);
  const [broken, setBroken] = useState(false);
  const { uploads } = useUploads();
  const online = useOnline();
  const tell = useToast();
  const last = usePhotos()?.find((each) => each.pose === pose);
  const take = (uri: string) =>
    shrink(uri).then(
      (file) => {
        setBroken(false);
        setMade(file);
      },
      () => setBroken(true),
    );
  const choose = async () => {
    const { assets } = await launchImageLibraryAsync({ mediaTypes: "images", exif: true });
    const chosen = assets?.[0];
    if (!chosen) return;
    setAt(takenAt(chosen.exif, chosen.file?.lastModified));
    await take(chosen.uri);
  };
  const keep = async () => {
    if (!uploads || !made) return;
    await uploads.add({ pose, taken_at: withOffset(at ?? new Date()) }, made);
    tell({ text: t(online ? "progress.photos.saved" : "progress.photos.savedOffline") });
    goBack();
  };
  const poses = <Segmented label={t("progress.photos.pose")} value={pose} onChange={setPose} options={POSES.map((value) => ({ value, label: t(`progress.photos.poses.${value}`) }))} />;
  return (
    <Screen>
      <BackTitle title={t("progress.photos.take")} />
      {made ? (
        <Columns
          start={<Review uri={made.uri} pose={pose} />}
          end={
            <Card>
              {poses}
              <When value={at} onChange={setAt} />
              <Button label={t("progress.photos.keep")} onPress={() => void keep()} />
              <Button variant="quiet" label={t("progress.photos.retake")} onPress={() => setMade(null)} />
            </Card>
          }
        />
      ) : (
        <CameraBox
          last={last}
          onTaken={take}
          above={poses}
          below={
            <View className="gap-2">
              {broken ? <ErrorText>{t("progress.photos.broken")}</ErrorText> : null}
              <Button variant="plain" icon={ImageIcon} label={t("progress.photos.choose")} onPress={() => void choose()} />
            </View>
          }
        />
      )}
    </Screen>
  );
}

/** Return when a chosen picture was taken, as it or its file says: only to be offered, nothing of it is sent along. */
function takenAt(exif: Record<string, unknown> | null | undefined, modified: number | undefined): Date | null {
  const said = typeof exif?.DateTimeOriginal === "string" ? /^(\d{4}):(\d\d):(\d\d) (\d\d:\d\d:\d\d)/.exec(exif.DateTimeOriginal) : null;
  const found = said ? new Date(`${said[1]}-${said[2]}-${said[3]}T${said[4]}`) : modified ? new Date(modified) : null;
  return found && !Number.isNaN(found.getTime()) && found.getTime() < Date.now() ? found : null;
}

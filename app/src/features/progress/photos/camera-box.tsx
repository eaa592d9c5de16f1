import { CameraView, useCameraPermissions } from "expo-camera";
import { useRef, useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { View } from "react-native";
import { useFormat } from "@/i18n/format";
import { useUnits } from "@/sync/me";
import { Button, Card, Columns, IconButton, Segmented, Skeleton, Txt } from "@/ui";
import { Camera, SwitchCamera, X } from "@/ui/icons";
import { ShareSlider } from "../parts/share-slider";
import type { Photo } from "./list";
import { Picture } from "./picture";
import { useCountdown } from "./use-countdown";

const TIMERS = { off: 0, s3: 3, s10: 10 } as const;
type TimerName = keyof typeof TIMERS;

type Props = { /** The last photo in this pose. */ last: Photo | undefined; onTaken: (uri: string) => Promise<void>; above: ReactNode; below: ReactNode };

/** The camera with the last photo over it, as faint as one likes (turned as in a mirror where the camera shows one so), and a timer. Without a camera, what else can be done. */
export function CameraBox({ last, onTaken, above, below }: Props) {
  const { t } = useTranslation();
  const format = useFormat(useUnits());
  const [permission, ask] = useCameraPermissions();
  const [failed, setFailed] = useState(false);
  const [ready, setReady] = useState(false);
  const [facing, setFacing] = useState<"front" | "back">("front");
  const [opacity, setOpacity] = useState(0.35);
  const [timer, setTimer] = useState<TimerName>("s3");
  const camera = useRef<CameraView>(null);
  const shoot = async () => {
    const picture = await camera.current?.takePictureAsync({ quality: 1, shutterSound: false });
    if (picture) await onTaken(picture.uri);
  };
  const { left, start, stop } = useCountdown(() => void shoot().catch(() => setFailed(true)));
  if (!permission) return <Skeleton label={t("progress.photos.starting")} heights={[420]} />;
  if (!permission.granted || failed)
    return (
      <Card className="max-w-lg w-full self-center">
        <Txt>{t(failed || !permission.canAskAgain ? "progress.photos.noCamera" : "progress.photos.askCamera")}</Txt>
        {failed || !permission.canAskAgain ? null : <Button icon={Camera} label={t("progress.photos.allow")} onPress={() => void ask()} />}
        {above}
        {below}
      </Card>
    );
  return (
    <Columns
      start={
        <View className="w-full max-w-md self-center aspect-[3/4] rounded-card overflow-hidden bg-raised">
          <CameraView ref={camera} facing={facing} mirror={false} mute onCameraReady={() => setReady(true)} onMountError={() => setFailed(true)} style={{ position: "absolute", width: "100%", height: "100%" }} />
          {last ? (
            <View pointerEvents="none" aria-hidden className="absolute inset-0" style={{ opacity, transform: [{ scaleX: facing === "front" ? -1 : 1 }] }}>
              <Picture photo={last} large className="size-full" />
            </View>
          ) : null}
          {left === null ? null : (
            <View pointerEvents="none" aria-live="assertive" className="absolute inset-0 items-center justify-center">
              <View className="size-32 rounded-full bg-shade items-center justify-center">
                <Txt className="text-7xl font-bold text-white tabular-nums">{t("progress.photos.countdown", { count: left })}</Txt>
              </View>
            </View>
          )}
          <IconButton icon={SwitchCamera} label={t("progress.photos.flip")} onPress={() => setFacing(facing === "front" ? "back" : "front")} className="absolute top-3 end-3 bg-card" />
        </View>
      }
      end={
        <Card>
          {left === null ? (
            <Button icon={Camera} label={t("progress.photos.shoot")} disabled={!ready} onPress={() => start(TIMERS[timer])} />
          ) : (
            <Button variant="plain" icon={X} label={t("progress.photos.stop")} onPress={stop} />
          )}
          {above}
          <View className="gap-1">
            <Txt kind="label">{t("progress.photos.timer")}</Txt>
            <Segmented label={t("progress.photos.timer")} value={timer} onChange={setTimer} options={(Object.keys(TIMERS) as TimerName[]).map((value) => ({ value, label: t(`progress.photos.timers.${value}`) }))} />
          </View>
          {last ? (
            <View>
              <Txt kind="label">{t("progress.photos.overlayText", { day: format.date(last.day) })}</Txt>
              <ShareSlider label={t("progress.photos.overlay")} value={opacity} onChange={setOpacity} className="mx-3" />
            </View>
          ) : null}
          {below}
        </Card>
      }
    />
  );
}

import { router, useLocalSearchParams } from "expo-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { View } from "react-native";
import { useRecords } from "@/sync/provider";
import { Button, Card, Empty, Screen, Segmented, Skeleton } from "@/ui";
import { Camera, Columns2 } from "@/ui/icons";
import { readingsOf } from "../figures/readings";
import { BackTitle } from "../parts/back";
import { Captions } from "./captions";
import { uncover, useUncovered } from "./cover";
import { POSES, usePhotos, type Photo, type Pose } from "./list";
import { PhotoPick } from "./photo-pick";
import { SideBySide, WithSlider } from "./stage";

type Mode = "side" | "slider";
type Chosen = { a?: string; b?: string };

/** Return the two that are compared: those chosen, else the oldest and the newest; the older one first. */
export function pairOf(photos: readonly Photo[], { a, b }: Chosen): [Photo, Photo] | null {
  if (photos.length < 2) return null;
  const find = (id?: string) => photos.find((each) => each.id === id);
  const first = find(a) ?? photos.findLast((each) => each.id !== b)!;
  const other = find(b) ?? photos.find((each) => each.id !== first.id)!;
  return first.at <= other.at ? [first, other] : [other, first];
}

/** Two photos in one pose: side by side, or one over the other with a divider. */
export function ComparePhotosScreen() {
  const { t } = useTranslation();
  const given = useLocalSearchParams<{ pose?: string; a?: string; b?: string }>();
  const all = usePhotos();
  const [picked, setPicked] = useState<Pose | null>(null);
  const [chosen, setChosen] = useState<Chosen>({ a: given.a, b: given.b });
  const [mode, setMode] = useState<Mode>("slider");
  const weights = useRecords(["measurement"], (phone) => readingsOf(phone).get("weight_kg") ?? []) ?? [];
  const uncovered = useUncovered();
  const best = POSES.find((each) => each === given.pose) ?? mostOf(all ?? []);
  const pose = picked ?? best;
  const photos = (all ?? []).filter((each) => each.pose === pose);
  const pair = pairOf(photos, chosen);
  if (!all)
    return (
      <Screen>
        <BackTitle title={t("progress.photos.compare")} />
        <Skeleton label={t("common.loading")} heights={[420]} />
      </Screen>
    );
  const choosePose = (next: Pose) => {
    setPicked(next);
    setChosen({});
  };
  return (
    <Screen>
      <BackTitle title={t("progress.photos.compare")} />
      <View className="md:w-96">
        <Segmented label={t("progress.photos.pose")} value={pose} onChange={choosePose} options={POSES.map((value) => ({ value, label: t(`progress.photos.poses.${value}`) }))} />
      </View>
      {pair ? (
        <View className="gap-4 md:flex-row md:items-start">
          <View className="gap-3 md:flex-1 md:basis-0">
            {uncovered ? mode === "slider" ? <WithSlider pair={pair} /> : <SideBySide pair={pair} /> : <Covered />}
            <Captions pair={pair} weights={weights} />
          </View>
          <Card className="md:w-80">
            <Segmented
              label={t("progress.photos.mode")}
              value={mode}
              onChange={setMode}
              options={[
                { value: "slider", label: t("progress.photos.slider") },
                { value: "side", label: t("progress.photos.sideBySide") },
              ]}
            />
            <PhotoPick label={t("progress.photos.before")} photos={photos.filter((each) => each.id !== pair[1].id)} chosen={pair[0].id} covered={!uncovered} onChoose={(id) => setChosen({ a: id, b: pair[1].id })} />
            <PhotoPick label={t("progress.photos.after")} photos={photos.filter((each) => each.id !== pair[0].id)} chosen={pair[1].id} covered={!uncovered} onChoose={(id) => setChosen({ a: pair[0].id, b: id })} />
          </Card>
        </View>
      ) : (
        <Card>
          <Empty icon={Columns2} title={t("progress.photos.needTwo")} text={t("progress.photos.needTwoText")} />
          <Button icon={Camera} label={t("progress.photos.take")} onPress={() => router.push({ pathname: "/photos/take", params: { pose } })} />
        </Card>
      )}
    </Screen>
  );
}

function Covered() {
  const { t } = useTranslation();
  return (
    <Card className="items-center py-16">
      <Button label={t("progress.photos.uncover")} onPress={() => uncover(true)} />
    </Card>
  );
}

/** The pose of which there are most. */
function mostOf(photos: readonly Photo[]): Pose {
  const count = (pose: Pose) => photos.filter((each) => each.pose === pose).length;
  return [...POSES].sort((a, b) => count(b) - count(a))[0] ?? "front";
}

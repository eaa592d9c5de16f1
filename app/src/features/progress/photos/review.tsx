import { Image } from "expo-image";
import { useTranslation } from "react-i18next";
import { View } from "react-native";
import type { Pose } from "./list";

/** The photo that was just taken, before it is kept. */
export function Review({ uri, pose }: { uri: string; pose: Pose }) {
  const { t } = useTranslation();
  return (
    <View role="img" aria-label={t(`progress.photos.poses.${pose}`)} className="w-full max-w-md self-center aspect-[3/4] rounded-card overflow-hidden bg-raised">
      <Image source={{ uri }} contentFit="contain" alt="" aria-hidden style={{ width: "100%", height: "100%" }} />
    </View>
  );
}

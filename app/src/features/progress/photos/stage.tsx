import { useState } from "react";
import { useTranslation } from "react-i18next";
import { View } from "react-native";
import { ShareSlider } from "../parts/share-slider";
import type { Photo } from "./list";
import { Picture } from "./picture";

type Pair = { pair: readonly [Photo, Photo] };

export function SideBySide({ pair }: Pair) {
  return (
    <View className="flex-row gap-2">
      {pair.map((photo) => (
        <Picture key={photo.id} photo={photo} large className="flex-1 aspect-[3/4] rounded-2xl" />
      ))}
    </View>
  );
}

/** The older photo, and the newer one over it from the divider on. */
export function WithSlider({ pair: [before, after] }: Pair) {
  const { t } = useTranslation();
  const [part, setPart] = useState(0.5);
  return (
    <ShareSlider label={t("progress.photos.divider")} value={part} onChange={setPart} className="w-full max-w-xl self-center aspect-[3/4] rounded-card overflow-hidden bg-raised">
      {(width) => (
        <>
          <Picture photo={after} large className="absolute inset-0" />
          <View className="absolute top-0 bottom-0 overflow-hidden" style={{ left: 0, width: `${part * 100}%` }}>
            <View style={{ width, height: "100%" }}>
              <Picture photo={before} large className="size-full" />
            </View>
          </View>
          <View aria-hidden className="absolute top-0 bottom-0 w-0.5 bg-white" style={{ left: `${part * 100}%` }} />
          <View aria-hidden className="absolute top-1/2 size-11 -ms-5.5 -mt-5.5 rounded-full bg-white items-center justify-center flex-row gap-1 border border-line" style={{ left: `${part * 100}%` }}>
            <View className="w-0.5 h-4 rounded-full bg-black/60" />
            <View className="w-0.5 h-4 rounded-full bg-black/60" />
          </View>
        </>
      )}
    </ShareSlider>
  );
}

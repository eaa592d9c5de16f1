import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { Image, View } from "react-native";
import { addressHeld } from "@/lib/held";
import type { Day } from "@/lib/day";
import { Icon } from "@/ui";
import { CloudUpload, ImageIcon } from "@/ui/icons";
import { useMealPhotos } from "../requests";
import { useWaiting } from "./uploads";

type Props = { id: string; day: Day; size: number; whole?: boolean };

/** The photo of a meal: from this device until it is sent, from the server then. */
export function MealPhoto({ id, day, size, whole = false }: Props) {
  const { t } = useTranslation();
  const waits = useWaiting().some((each) => each.id === id);
  const kept = useKeptPhoto(id, waits);
  const signed = useMealPhotos(day, !waits).data?.[id];
  const address = kept ?? (whole ? signed?.url : signed?.thumbnail);
  const shape = whole ? { width: "100%" as const, height: size } : { width: size, height: size };
  return (
    <View style={shape} className="rounded-2xl overflow-hidden bg-raised items-center justify-center">
      {address ? <Image source={{ uri: address }} style={{ width: "100%", height: "100%" }} resizeMode="cover" accessibilityLabel={t("eat.photoOf")} /> : <Icon of={ImageIcon} tone="muted" />}
      {waits ? (
        <View role="img" aria-label={t("common.unsent")} className="absolute end-1 bottom-1 rounded-full bg-card p-1">
          <Icon of={CloudUpload} tone="muted" size={14} />
        </View>
      ) : null}
    </View>
  );
}

function useKeptPhoto(id: string, waits: boolean): string | null {
  const [address, setAddress] = useState<string | null>(null);
  useEffect(() => {
    if (!waits) return;
    let made: string | null = null;
    let current = true;
    void addressHeld(`${id}.jpg`).then((found) => {
      made = found;
      if (current) setAddress(found);
    });
    return () => {
      current = false;
      setAddress(null);
      if (made?.startsWith("blob:")) URL.revokeObjectURL(made);
    };
  }, [id, waits]);
  return waits ? address : null;
}

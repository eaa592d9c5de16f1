import { Image } from "expo-image";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { View } from "react-native";
import { useSession } from "@/api/use-session";
import type { Day } from "@/lib/day";
import { useKeptPicture } from "@/lib/pictures/kept";
import { useUploads } from "@/lib/uploads";
import { Icon } from "@/ui";
import { CloudUpload, ImageIcon } from "@/ui/icons";
import { useMealPhotos } from "../requests";

type Props = { id: string; day: Day; size: number; whole?: boolean };

/** The photo of a meal: from this device until it is sent, from the server then. */
export function MealPhoto({ id, day, size, whole = false }: Props) {
  const { t } = useTranslation();
  const [waits, own] = useWaitingPhoto(id);
  const signed = useMealPhotos(day, !waits).data?.[id];
  const kept = useKeptPicture(useSession()?.userId ?? "", `${id}.${whole ? "whole" : "small"}`, whole ? signed?.url : signed?.thumbnail);
  const shown = waits ? (own ? { uri: own } : null) : kept;
  const shape = whole ? { width: "100%" as const, height: size } : { width: size, height: size };
  return (
    <View style={shape} className="rounded-2xl overflow-hidden bg-raised items-center justify-center">
      {shown ? (
        <View role="img" aria-label={t("eat.photoOf")} className="size-full">
          <Image source={shown} style={{ width: "100%", height: "100%" }} contentFit="cover" aria-hidden />
        </View>
      ) : (
        <Icon of={ImageIcon} tone="muted" />
      )}
      {waits ? (
        <View role="img" aria-label={t("common.unsent")} className="absolute end-1 bottom-1 rounded-full bg-card p-1">
          <Icon of={CloudUpload} tone="muted" size={14} />
        </View>
      ) : null}
    </View>
  );
}

/** Return whether a photo waits to be sent, and what to show it by. */
function useWaitingPhoto(id: string): [waits: boolean, uri: string | null] {
  const { uploads, waiting } = useUploads();
  const waits = waiting.some((each) => each.id === id);
  const [uri, setUri] = useState<string | null>(null);
  useEffect(() => {
    if (!uploads || !waits) return;
    let made: string | null = null;
    let current = true;
    void uploads.uri(id).then((found) => {
      made = found;
      if (current) setUri(found);
      else letGo(found);
    });
    return () => {
      current = false;
      setUri(null);
      letGo(made);
    };
  }, [uploads, id, waits]);
  return [waits, waits ? uri : null];
}

function letGo(uri: string | null): void {
  if (uri?.startsWith("blob:")) URL.revokeObjectURL(uri);
}

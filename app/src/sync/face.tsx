import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Image, View } from "react-native";
import { api, API_URL, ApiError, ok } from "@/api/client";
import { keys } from "@/api/keys";
import { cn, Icon, Txt } from "@/ui";
import { User } from "@/ui/icons";

/** An address is signed for an hour at least. */
const HELD_MS = 1_800_000;

/** The picture of oneself, its address signed for a while; null where there is none. `ask`: whether one is known to be there, or may be. */
export const usePicture = (ask = true) =>
  useQuery({
    queryKey: keys.avatar(),
    enabled: ask,
    staleTime: HELD_MS,
    queryFn: () =>
      ok(api.GET("/api/users/{user_id}/avatar", { params: { path: { user_id: "me" } } })).catch((error: unknown) => {
        if (error instanceof ApiError && error.status === 404) return null;
        throw error;
      }),
  });

/** Who one is: the picture, else the first letter of the name. It says nothing to a screen reader: what it stands in does. */
export function Face({ name, large = false, ask = true }: { name?: string | null; large?: boolean; ask?: boolean }) {
  const picture = usePicture(ask).data;
  const [broken, setBroken] = useState<string | null>(null);
  const url = picture && (large ? picture.url : picture.thumbnail_url);
  const shown = url && url !== broken ? (url.startsWith("/") ? API_URL + url : url) : null;
  return (
    <View className={cn("rounded-full bg-brand-soft items-center justify-center overflow-hidden", large ? "size-24" : "size-12")}>
      {shown ? (
        <Image source={{ uri: shown }} aria-hidden accessibilityIgnoresInvertColors className="size-full" onError={() => setBroken(url ?? null)} />
      ) : name ? (
        <Txt className={cn("font-bold text-brand", large ? "text-4xl" : "text-lg")} maxFontSizeMultiplier={1.3}>
          {name.slice(0, 1).toLocaleUpperCase()}
        </Txt>
      ) : (
        <Icon of={User} tone="brand" size={large ? 40 : 22} />
      )}
    </View>
  );
}

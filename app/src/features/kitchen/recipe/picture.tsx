import { useQueryClient } from "@tanstack/react-query";
import { Image } from "expo-image";
import { launchImageLibraryAsync } from "expo-image-picker";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { View } from "react-native";
import { api, API_URL, ApiError, ok } from "@/api/client";
import { keys } from "@/api/keys";
import { useProblemText } from "@/api/problem-text";
import { Button, useToast } from "@/ui";
import { ImageIcon, Trash } from "@/ui/icons";

const TYPES = ["image/jpeg", "image/png", "image/webp"];
const path = (id: string) => ({ path: { user_id: "me", recipe_id: id } });

/** Announce a picture, send it where the server says, and have it shown. */
export async function upload(recipeId: string, file: Blob): Promise<void> {
  const content_type = TYPES.includes(file.type) ? file.type : "image/jpeg";
  const { upload: to } = await ok(api.PUT("/api/recipes/{user_id}/{recipe_id}/image", { params: path(recipeId), body: { content_type, bytes: file.size } }));
  const url = new URL(to.url, API_URL || globalThis.location?.origin).href;
  const sent = await fetch(url, { method: to.method, headers: to.headers, body: file }).catch(() => null);
  if (!sent?.ok) throw new ApiError(sent?.status ?? 0, null);
  await ok(api.POST("/api/recipes/{user_id}/{recipe_id}/image/complete", { params: path(recipeId) }));
}

/** The picture of a recipe; of one's own it can be put there, changed and taken away. */
export function Picture({ id, name, url, own, waiting }: { id: string; name: string; url: string | null | undefined; own: boolean; waiting: boolean }) {
  const { t, i18n } = useTranslation();
  const tell = useToast();
  const words = useProblemText();
  const client = useQueryClient();
  const [busy, setBusy] = useState(false);
  const run = async (work: () => Promise<unknown>) => {
    setBusy(true);
    try {
      await work();
      await Promise.all([client.invalidateQueries({ queryKey: keys.recipe(id, i18n.language) }), client.invalidateQueries({ queryKey: keys.ownRecipes(i18n.language) })]);
    } catch (error) {
      tell({ text: words(error) });
    } finally {
      setBusy(false);
    }
  };
  const choose = async () => {
    const chosen = await launchImageLibraryAsync({ mediaTypes: ["images"], quality: 0.8, allowsEditing: true, aspect: [4, 3] });
    const uri = chosen.assets?.[0]?.uri;
    if (uri) await run(async () => upload(id, await (await fetch(uri)).blob()));
  };
  if (!url && (!own || waiting)) return null;
  return (
    <View className="gap-2">
      {url ? <Image source={url} style={{ width: "100%", aspectRatio: 16 / 10, borderRadius: 24 }} contentFit="cover" alt={name} accessibilityLabel={name} /> : null}
      {own && !waiting ? (
        <View className="flex-row flex-wrap gap-2">
          <Button variant="plain" icon={ImageIcon} busy={busy} label={url ? t("kitchen.otherPicture") : t("kitchen.addPicture")} onPress={() => void choose()} />
          {url ? <Button variant="quiet" icon={Trash} disabled={busy} label={t("kitchen.removePicture")} onPress={() => void run(() => ok(api.DELETE("/api/recipes/{user_id}/{recipe_id}/image", { params: path(id) })))} /> : null}
        </View>
      ) : null}
    </View>
  );
}

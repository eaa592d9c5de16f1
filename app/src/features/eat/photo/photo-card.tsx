import { useState } from "react";
import { useTranslation } from "react-i18next";
import { View } from "react-native";
import { useSpoken } from "@/lib/spoken";
import { useUploads } from "@/lib/uploads";
import { useSync } from "@/sync/provider";
import { Button, Card, ErrorText, useToast } from "@/ui";
import { Camera, ImagePlus, Trash } from "@/ui/icons";
import { dayOfMeal, type Meal } from "../rules/diary";
import { MealPhoto } from "./meal-photo";

/** A picture of what was eaten. */
export function PhotoCard({ meal, onChange }: { meal: Meal; onChange: (photoId: string | null) => void }) {
  const { t } = useTranslation();
  const spoken = useSpoken();
  const { phone } = useSync();
  const { uploads, waiting } = useUploads();
  const tell = useToast();
  const [busy, setBusy] = useState(false);
  const refused = waiting.find((each) => each.id === meal.photo_id)?.problem?.text;
  const take = async (from: "camera" | "library") => {
    setBusy(true);
    try {
      const { takePicture } = await import("./take");
      const file = await takePicture(from);
      if (file && uploads) onChange(await uploads.add({ pose: "meal", taken_at: meal.eaten_at }, file));
    } catch (error) {
      tell({ text: (error as Error).name === "DeniedError" ? t("eat.cameraDenied") : t("common.failed") });
    } finally {
      setBusy(false);
    }
  };
  const remove = async () => {
    const id = meal.photo_id;
    onChange(null);
    if (!id) return;
    await uploads?.drop(id);
    if (phone?.view("photo", id)) await phone.delete("photo", id);
  };
  return (
    <Card title={t("eat.photo")}>
      {meal.photo_id ? (
        <>
          <MealPhoto id={meal.photo_id} day={dayOfMeal(meal)} size={220} whole />
          <ErrorText small>{refused ? spoken(refused) : null}</ErrorText>
          <Button variant="quiet" icon={Trash} label={t("eat.removePhoto")} onPress={() => void remove()} />
        </>
      ) : (
        <View className="flex-row flex-wrap gap-2">
          <Button variant="soft" icon={Camera} busy={busy} label={t("eat.takePhoto")} onPress={() => void take("camera")} className="flex-1" />
          <Button variant="plain" icon={ImagePlus} disabled={busy} label={t("eat.choosePhoto")} onPress={() => void take("library")} className="flex-1" />
        </View>
      )}
    </Card>
  );
}

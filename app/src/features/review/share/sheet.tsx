import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Appearance, View } from "react-native";
import { useExercises } from "@/lib/exercises";
import { useKept } from "@/lib/kept";
import { useMe } from "@/sync/me";
import { Button, Chips, Segmented, Sheet, Txt, useToast } from "@/ui";
import { Share } from "@/ui/icons";
import type { Review } from "../use-review";
import { useReviewWords } from "../words";
import { contentOf, PARTS, spoken, USUAL, type Part } from "./content";
import { sharePicture } from "./picture";
import { Poster, type Look } from "./poster";

const PREVIEW = 280;

/** The picture as it will be, what is on it, and the way out. */
export function ShareSheet({ open, review, onClose }: { open: boolean; review: Review; onClose: () => void }) {
  const { t } = useTranslation();
  const words = useReviewWords();
  const { nameOf } = useExercises();
  const me = useMe();
  const tell = useToast();
  const [on, setOn] = useKept<Part[]>("review.parts", [...USUAL]);
  const [look, setLook] = useState<Look>(() => (Appearance.getColorScheme() === "dark" ? "dark" : "light"));
  const [busy, setBusy] = useState(false);
  const view = useRef<View>(null);
  const content = contentOf({ review, on, words, nameOf, name: me?.name?.split(" ")[0] ?? null, planned: me?.training_days_per_week ?? null });
  const send = async () => {
    setBusy(true);
    try {
      if ((await sharePicture(view, `fitzen-${review.span.from}`, content.title)) === "saved") tell({ text: t("review.saved") });
      onClose();
    } catch {
      tell({ text: t("common.failed") });
    } finally {
      setBusy(false);
    }
  };
  return (
    <Sheet open={open} title={t("review.shareTitle")} close={t("common.close")} onClose={onClose}>
      <View className="items-center">
        <View ref={view} collapsable={false} role="img" aria-label={t("review.pictureLabel", { span: content.title, text: spoken(content) })} className="rounded-2xl overflow-hidden" style={{ width: PREVIEW, direction: "ltr" }}>
          <Poster content={content} look={look} width={PREVIEW} />
        </View>
      </View>
      <Button icon={Share} label={t("review.send")} busy={busy} onPress={() => void send()} />
      <View className="gap-2">
        <Txt kind="label">{t("review.on")}</Txt>
        <Chips label={t("review.on")} chosen={on} onChange={setOn} options={PARTS.filter((part) => part !== "name" || me?.name).map((part) => ({ value: part, label: t(`review.parts.${part}`) }))} />
      </View>
      <View className="gap-2">
        <Txt kind="label">{t("review.theme")}</Txt>
        <Segmented label={t("review.theme")} value={look} onChange={setLook} options={[{ value: "light", label: t("review.light") }, { value: "dark", label: t("review.dark") }]} />
      </View>
    </Sheet>
  );
}

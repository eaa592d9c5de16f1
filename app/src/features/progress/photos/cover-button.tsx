import { useTranslation } from "react-i18next";
import { IconButton } from "@/ui";
import { Eye, EyeOff } from "@/ui/icons";
import { uncover, useUncovered } from "./cover";

export function CoverButton() {
  const { t } = useTranslation();
  const shown = useUncovered();
  return <IconButton icon={shown ? EyeOff : Eye} label={t(shown ? "progress.photos.cover" : "progress.photos.uncover")} onPress={() => uncover(!shown)} />;
}

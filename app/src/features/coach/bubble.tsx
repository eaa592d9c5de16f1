import { View } from "react-native";
import { useTranslation } from "react-i18next";
import { Txt } from "@/ui";

/** What the person said. */
export function Bubble({ text }: { text: string }) {
  const { t } = useTranslation();
  return (
    <View aria-label={`${t("coach.you")}: ${text}`} role="article" className="self-end max-w-[85%] rounded-3xl rounded-ee-lg bg-brand-soft px-4 py-2.5">
      <Txt selectable className="leading-6">
        {text}
      </Txt>
    </View>
  );
}

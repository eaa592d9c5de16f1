import { router } from "expo-router";
import { useTranslation } from "react-i18next";
import { Pressable } from "react-native";
import { Icon, Txt } from "@/ui";
import { ChevronEnd, Scale } from "@/ui/icons";
import { useDecisions } from "./losses";

/** Says quietly that something waits for the person's decision, and leads there; nothing where nothing does. */
export function DecisionsLine() {
  const { t } = useTranslation();
  const count = useDecisions();
  if (!count) return null;
  return (
    <Pressable role="link" onPress={() => router.push("/you/decisions")} className="min-h-11 flex-row items-center gap-2 px-4 py-2.5 rounded-2xl bg-accent-soft active:opacity-70">
      <Icon of={Scale} tone="accent" size={18} />
      <Txt className="flex-1 text-sm">{t("common.decisions", { count })}</Txt>
      <Icon of={ChevronEnd} tone="accent" size={18} />
    </Pressable>
  );
}

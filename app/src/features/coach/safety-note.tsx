import { useTranslation } from "react-i18next";
import { Linking, View } from "react-native";
import type { Schemas } from "@/api/client";
import { Button, cn, Icon, Txt } from "@/ui";
import { HeartPulse, Info, Link, Phone } from "@/ui/icons";
import { MarkdownView } from "@/lib/markdown/view";
import { piecesOf } from "./spoken";

/** Set apart calmly: what to do, and each number and page in it one tap away. */
export function SafetyNote({ safety, text }: { safety: Schemas["Safety"]; text: string }) {
  const { t } = useTranslation();
  const stop = safety.level === "stop";
  const links = [...new Map(piecesOf(text).flatMap((piece) => (piece.url ? [[piece.url, piece] as const] : []))).values()];
  return (
    <View className={cn("gap-3 rounded-card border-s-4 p-5", stop ? "border-accent bg-accent-soft" : "border-brand bg-brand-soft")}>
      <View className="flex-row items-center gap-2">
        <Icon of={stop ? HeartPulse : Info} tone={stop ? "accent" : "brand"} />
        <Txt kind="strong" level={2} className="flex-1">
          {t(stop ? "coach.safetyStop" : "coach.safetyNotice")}
        </Txt>
      </View>
      <MarkdownView text={text} />
      <View className="flex-row flex-wrap gap-2">
        {links.map(({ text: shown, url, phone }) => (
          <Button
            key={url}
            variant="plain"
            className="bg-card"
            icon={phone ? Phone : Link}
            label={t(phone ? "coach.call" : "coach.open", { number: shown, site: shown })}
            role="link"
            onPress={() => void Linking.openURL(url ?? "")}
          />
        ))}
      </View>
    </View>
  );
}

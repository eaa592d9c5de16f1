import type { Href } from "expo-router";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useWindowDimensions, View } from "react-native";
import { goBack } from "@/lib/go-back";
import { WIDE } from "@/lib/layout";
import { Screen, Txt } from "@/ui";
import { BackHeader } from "@/ui/back-header";

type Props = { title: string; text?: string; aside?: ReactNode; footer?: ReactNode; /** Where to without a way back. */ above?: Href; /** The list stands beside it where there is room: no way back is needed there. */ beside?: boolean; children: ReactNode };

/** One part of You: its name, the way back, and what it has. */
export function Part({ title, text, aside, footer, above = "/you", beside = true, children }: Props) {
  const { t } = useTranslation();
  const wide = useWindowDimensions().width >= WIDE;
  return (
    <Screen narrow footer={footer}>
      <BackHeader title={title} back={t("common.back")} onBack={wide && beside ? undefined : () => goBack(above)} aside={aside} />
      {text ? <Txt className="text-muted">{text}</Txt> : null}
      {children}
    </Screen>
  );
}

/** A choice or a field with its name above. */
export function Named({ label, hint, children }: { label: string; hint?: string; children: ReactNode }) {
  return (
    <View className="gap-2">
      <Txt kind="label">{label}</Txt>
      {children}
      {hint ? <Txt kind="small">{hint}</Txt> : null}
    </View>
  );
}

import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { View } from "react-native";
import { Button, ErrorText, Txt } from "@/ui";
import type { SignIn } from "./use-sign-in";

type Props = { signIn: SignIn; title: string; text?: string; action: string; onSubmit: () => void; children: ReactNode; below?: ReactNode };

/** One question, its biggest button, and what went wrong. */
export function Form({ signIn, title, text, action, onSubmit, children, below }: Props) {
  return (
    <View className="gap-4">
      <View className="gap-1">
        <Txt kind="heading" level={1} className="text-2xl">
          {title}
        </Txt>
        {text ? <Txt className="text-muted">{text}</Txt> : null}
      </View>
      {children}
      <ErrorText>{signIn.error}</ErrorText>
      <Button label={action} busy={signIn.busy} onPress={onSubmit} />
      {below}
    </View>
  );
}

export function Or() {
  const { t } = useTranslation();
  return (
    <View className="flex-row items-center gap-3">
      <View className="flex-1 h-px bg-line" />
      <Txt kind="small">{t("auth.or")}</Txt>
      <View className="flex-1 h-px bg-line" />
    </View>
  );
}

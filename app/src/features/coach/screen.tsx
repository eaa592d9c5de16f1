import { useState } from "react";
import { useTranslation } from "react-i18next";
import { View } from "react-native";
import { Card, Empty, Field, IconButton, Screen, Skeleton, Txt } from "@/ui";
import { ArrowUp, MessageCircle } from "@/ui/icons";
import { Bubble } from "./bubble";
import { useChat } from "./use-chat";

export function CoachScreen() {
  const { t } = useTranslation();
  const { messages, asking, answer, error, say, opening } = useChat();
  const [typed, setTyped] = useState("");
  const send = async () => {
    const text = typed.trim();
    if (!text || asking !== null) return;
    setTyped("");
    if (!(await say(text))) setTyped((now) => now || text);
  };
  const footer = (
    <View className="flex-row items-end gap-2">
      <Field className="flex-1" label={t("coach.ask")} value={typed} onChangeText={setTyped} onSubmitEditing={() => void send()} returnKeyType="send" submitBehavior="submit" />
      <IconButton icon={ArrowUp} tone="on-brand" label={t("coach.send")} className="size-12 bg-brand" disabled={!typed.trim() || asking !== null} onPress={() => void send()} />
    </View>
  );
  return (
    <Screen title={t("coach.title")} footer={footer}>
      {opening ? <Skeleton label={t("common.loading")} heights={[60, 90, 60]} /> : null}
      {!opening && !messages.length && asking === null ? (
        <Card>
          <Empty icon={MessageCircle} title={t("coach.ask")} text={t("coach.none")} />
        </Card>
      ) : null}
      {messages.map(({ id, sender, text }) => (
        <Bubble key={id} mine={sender === "user"} text={text} by={sender === "user" ? t("you.title") : t("coach.title")} />
      ))}
      {asking === null ? null : (
        <>
          <Bubble mine text={asking} by={t("you.title")} />
          {answer ? <Bubble mine={false} text={answer} by={t("coach.title")} /> : <Txt kind="small">{t("coach.thinking")}</Txt>}
        </>
      )}
      {error ? (
        <Txt role="alert" className="text-warn">
          {error}
        </Txt>
      ) : null}
    </Screen>
  );
}

import { memo } from "react";
import { useTranslation } from "react-i18next";
import { View } from "react-native";
import type { Schemas } from "@/api/client";
import { useSpoken } from "@/lib/spoken";
import { Button, Icon, Txt } from "@/ui";
import { RotateCcw } from "@/ui/icons";
import { ActionBar } from "./action-bar";
import { Bubble } from "./bubble";
import { CardView } from "./cards";
import { MarkdownView } from "@/lib/markdown/view";
import { paired } from "./paired";
import { SafetyNote } from "./safety-note";
import { Sources } from "./sources";
import type { Message } from "./talk";

type Props = { message: Message; asked?: Message; onAgain?: (asked: Message) => void };

export const MessageRow = memo(function MessageRow({ message, asked, onAgain }: Props) {
  if (message.sender === "user") return <Bubble text={message.text} />;
  const { cards, loose } = paired(message.cards ?? [], message.actions ?? []);
  return (
    <View role="article" className="gap-4">
      {message.safety ? <SafetyNote safety={message.safety} text={message.text} /> : message.text ? <MarkdownView text={message.text} /> : null}
      {cards.map(({ card, action }, place) => (
        <CardView key={place} card={card} footer={action ? (title) => <ActionBar action={action} title={title} chatId={message.chat_id} /> : undefined} />
      ))}
      {loose.map((action) => (
        <View key={action.id} className="gap-3 rounded-card border border-line bg-card p-5">
          <Summary action={action} />
          <ActionBar action={action} chatId={message.chat_id} />
        </View>
      ))}
      {message.sources?.length ? <Sources sources={message.sources} /> : null}
      {message.interrupted ? <Interrupted onAgain={asked && onAgain ? () => onAgain(asked) : undefined} /> : null}
    </View>
  );
});

function Summary({ action }: { action: Schemas["Action"] }) {
  const spoken = useSpoken({ exercises: true });
  return <Txt>{spoken(action.summary)}</Txt>;
}

function Interrupted({ onAgain }: { onAgain?: () => void }) {
  const { t } = useTranslation();
  return (
    <View className="flex-row flex-wrap items-center gap-x-3">
      <Icon of={RotateCcw} tone="muted" size={16} />
      <Txt kind="small">{t("coach.interrupted")}</Txt>
      {onAgain ? <Button variant="quiet" className="min-h-11 px-2" label={t("coach.again")} onPress={onAgain} /> : null}
    </View>
  );
}

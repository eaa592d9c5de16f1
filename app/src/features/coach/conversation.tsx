import { useCallback, useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { FlatList, ScrollView, View } from "react-native";
import { Txt, Skeleton } from "@/ui";
import { SayChip } from "./hint-chips";
import { MessageRow } from "./message-row";
import { choicesOf } from "./spoken";
import type { Row } from "./rows";
import type { Message, Talk } from "./talk";
import { TurnRow } from "./turn-row";

type Props = { rows: Row[]; talk: Talk; online: boolean; more: boolean; onMore: () => void; onSay: (text: string) => void };

/** The lines of a chat, the newest at the bottom; older ones come as one scrolls. */
export function Conversation({ rows, talk, online, more, onMore, onSay }: Props) {
  const { t } = useTranslation();
  const again = useCallback((asked: Message) => void talk.send({ id: asked.id, chatId: asked.chat_id, text: asked.text, at: asked.at }), [talk]);
  const newest = rows[0];
  const list = useRef<FlatList<Row>>(null);
  const saying = newest && "turn" in newest ? newest.key : null;
  useEffect(() => {
    if (saying) list.current?.scrollToOffset({ offset: 0, animated: false }); // who says something wants to see what comes of it
  }, [saying]);
  return (
    <FlatList
      ref={list}
      inverted
      data={rows}
      keyExtractor={(row) => row.key}
      className="flex-1"
      contentContainerClassName="mx-auto w-full max-w-3xl px-5 md:px-8 py-6"
      ItemSeparatorComponent={Gap}
      initialNumToRender={12}
      maxToRenderPerBatch={8}
      windowSize={9}
      keyboardShouldPersistTaps="handled"
      onEndReachedThreshold={0.6}
      onEndReached={more ? onMore : undefined}
      ListFooterComponent={more ? <Skeleton label={t("common.loading")} heights={[60]} /> : null}
      renderItem={({ item }) => {
        if ("turn" in item) return <TurnRow turn={item.turn} talk={talk} online={online} />;
        const last = item === newest;
        return (
          <>
            <MessageRow message={item.message} asked={item.asked} onAgain={last && online ? again : undefined} />
            {last && item.message.sender === "coach" ? <Choices text={item.message.text} online={online} onSay={onSay} /> : null}
          </>
        );
      }}
    />
  );
}

const Gap = () => <View className="h-6" />;

/** What the coach's question lets one choose from, to be said by a tap. */
function Choices({ text, online, onSay }: { text: string; online: boolean; onSay: (text: string) => void }) {
  const { t } = useTranslation();
  const choices = choicesOf(text);
  if (!choices.length) return null;
  return (
    <View role="group" aria-label={t("coach.choices")} className="flex-row flex-wrap gap-2 pt-4">
      {choices.map((choice) => (
        <SayChip key={choice} label={choice} disabled={!online} onPress={() => onSay(choice)} />
      ))}
    </View>
  );
}

/** Nothing was said yet, or it is not on the device. */
export function Quiet({ title, text }: { title?: string; text: string }) {
  return (
    <ScrollView className="flex-1" contentContainerClassName="grow items-center justify-center gap-2 px-8 py-4">
      {title ? (
        <Txt level={2} className="text-center text-2xl font-bold">
          {title}
        </Txt>
      ) : null}
      <Txt className="max-w-md text-center text-muted">{text}</Txt>
    </ScrollView>
  );
}

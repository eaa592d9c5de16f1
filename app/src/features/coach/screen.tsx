import { useState } from "react";
import { useTranslation } from "react-i18next";
import { KeyboardAvoidingView, useWindowDimensions, View } from "react-native";
import { useSafeAreaInsets } from "react-native-safe-area-context";
import { useSession } from "@/api/use-session";
import { useOnline } from "@/lib/use-online";
import { useSync } from "@/sync/provider";
import { Icon, Skeleton, Txt } from "@/ui";
import { CloudOff } from "@/ui/icons";
import { Announcer } from "./announcer";
import { ChatsPanel, ChatsSheet } from "./chats";
import { Composer } from "./composer";
import { Conversation, Quiet } from "./conversation";
import { Header } from "./header";
import { HintChips } from "./hint-chips";
import { useChat, useDraft, useOpenChat } from "./use-chat";
import { useTalk } from "./use-talk";

/** From this width on the chats stand beside the one that is open. */
const ROOMY = 1100;

export function CoachScreen() {
  const session = useSession();
  return session ? <Chat key={session.userId} userId={session.userId} /> : null;
}

function Chat({ userId }: { userId: string }) {
  const { t } = useTranslation();
  const insets = useSafeAreaInsets();
  const roomy = useWindowDimensions().width >= ROOMY;
  const network = useOnline();
  const { state } = useSync();
  const online = network && state !== "offline";
  const [listed, setListed] = useState(false);
  const [talk, turns] = useTalk(userId);
  const { chatId, known, ready, open } = useOpenChat(userId);
  const { history, rows, answering, say } = useChat(talk, turns, chatId, known, open);
  const [text, setText, typing] = useDraft(userId, chatId);
  const send = () => {
    say(text);
    setText("");
  };
  const go = (next: string | null) => {
    open(next);
    setListed(false);
  };
  const forgotten = (gone: string) => {
    talk.dropChat(gone);
    if (gone === chatId) open(null);
  };
  const chats = { open: chatId, online, onOpen: go, onDeleted: forgotten };
  const empty = rows.length === 0;
  return (
    <View role="main" className="flex-1 flex-row bg-bg">
      {roomy ? <ChatsPanel {...chats} /> : <ChatsSheet {...chats} shown={listed} onClose={() => setListed(false)} />}
      <KeyboardAvoidingView behavior="padding" className="flex-1" style={{ paddingTop: insets.top }}>
        <Header onChats={roomy ? undefined : () => setListed(true)} onNew={() => go(null)} />
        {!ready || (known && empty && history.isPending && history.fetchStatus === "fetching") ? (
          <View className="mx-auto w-full max-w-3xl flex-1 p-6">
            <Skeleton label={t("common.loading")} heights={[48, 120, 48, 160]} />
          </View>
        ) : empty ? (
          <Quiet title={known && !history.data ? undefined : t("coach.hello")} text={known && !history.data ? t("coach.offlineChat") : t("coach.helloText")} />
        ) : (
          <Conversation rows={rows} talk={talk} online={online} more={history.hasNextPage} onMore={() => void (history.isFetching || history.fetchNextPage())} onSay={say} />
        )}
        <View className="mx-auto w-full max-w-3xl gap-3 px-5 pb-4 md:px-8">
          {online ? null : <OfflineLine />}
          {empty && ready && !text ? <HintChips disabled={!online} onSay={say} onFill={setText} /> : null}
          <Composer text={text} editable={typing} busy={answering !== undefined} online={online} onChange={setText} onSend={send} onStop={() => answering && talk.stop(answering.id)} />
        </View>
      </KeyboardAvoidingView>
      <Announcer talk={talk} />
    </View>
  );
}

function OfflineLine() {
  const { t } = useTranslation();
  return (
    <View role="status" className="flex-row items-center gap-2 rounded-2xl bg-accent-soft px-4 py-2.5">
      <Icon of={CloudOff} tone="accent" size={18} />
      <Txt className="flex-1 text-sm">{t("coach.offline")}</Txt>
    </View>
  );
}

import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Pressable, ScrollView, View } from "react-native";
import { useSafeAreaInsets } from "react-native-safe-area-context";
import type { Schemas } from "@/api/client";
import { useProblemText } from "@/api/problem-text";
import { useFormat } from "@/i18n/format";
import { dayOf } from "@/lib/day";
import { useUnits } from "@/sync/me";
import { Button, cn, Empty, IconButton, Sheet, Skeleton, Txt, useToast } from "@/ui";
import { MessageCircle, Trash } from "@/ui/icons";
import { deleteChat, useChats } from "./requests";

type Chat = Schemas["Chat"];
type Props = { open: string; online: boolean; onOpen: (chatId: string) => void; onDeleted: (chatId: string) => void };

export function ChatsPanel(props: Props) {
  const { t } = useTranslation();
  const insets = useSafeAreaInsets();
  return (
    <View role="region" aria-label={t("coach.chats")} className="w-72 border-e border-line" style={{ paddingTop: insets.top + 24 }}>
      <Txt kind="heading" level={2} className="px-5 pb-2">
        {t("coach.chats")}
      </Txt>
      <ScrollView contentContainerClassName="px-2 pb-6">
        <Chats {...props} />
      </ScrollView>
    </View>
  );
}

export function ChatsSheet({ shown, onClose, ...props }: Props & { shown: boolean; onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <Sheet open={shown} title={t("coach.chats")} close={t("common.close")} onClose={onClose}>
      <View className="-mx-3">
        <Chats {...props} />
      </View>
    </Sheet>
  );
}

function Chats({ open, online, onOpen, onDeleted }: Props) {
  const { t } = useTranslation();
  const asked = useChats();
  const [going, setGoing] = useState<Chat | null>(null);
  const chats = asked.data?.pages.flatMap((page) => page.items) ?? [];
  if (asked.isPending && asked.fetchStatus === "fetching") return <Skeleton label={t("common.loading")} heights={[48, 48, 48]} />;
  if (!chats.length) return <Empty icon={MessageCircle} title={t("coach.noChats")} text={asked.isError || !online ? t("coach.source.offline") : t("coach.noChatsText")} />;
  return (
    <View>
      {chats.map((chat) => (
        <ChatRow key={chat.id} chat={chat} on={chat.id === open} onOpen={() => onOpen(chat.id)} onDelete={online ? () => setGoing(chat) : undefined} />
      ))}
      {asked.hasNextPage ? <Button variant="quiet" label={t("coach.older")} busy={asked.isFetchingNextPage} onPress={() => void asked.fetchNextPage()} /> : null}
      {going ? <DeleteSheet chat={going} onClose={() => setGoing(null)} onDeleted={onDeleted} /> : null}
    </View>
  );
}

function ChatRow({ chat, on, onOpen, onDelete }: { chat: Chat; on: boolean; onOpen: () => void; onDelete?: () => void }) {
  const { t } = useTranslation();
  const format = useFormat(useUnits());
  const day = format.shortDay(dayOf(new Date(chat.updated_at)));
  return (
    <View className={cn("flex-row items-center rounded-2xl", on && "bg-brand-soft")}>
      <Pressable role="button" aria-current={on || undefined} onPress={onOpen} className="min-h-14 flex-1 justify-center rounded-2xl px-3 py-2 active:opacity-70">
        <Txt numberOfLines={1} className={on ? "font-semibold" : ""}>
          {chat.title}
        </Txt>
        <Txt kind="small">{day}</Txt>
      </Pressable>
      {onDelete ? <IconButton icon={Trash} tone="muted" label={`${t("coach.delete")}: ${chat.title}`} onPress={onDelete} className="bg-transparent" /> : null}
    </View>
  );
}

function DeleteSheet({ chat, onClose, onDeleted }: { chat: Chat; onClose: () => void; onDeleted: (chatId: string) => void }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const tell = useToast();
  const words = useProblemText();
  const [busy, setBusy] = useState(false);
  const erase = async () => {
    setBusy(true);
    try {
      await deleteChat(client, chat.id);
      onDeleted(chat.id);
      onClose();
    } catch (error) {
      tell({ text: words(error) });
      setBusy(false);
    }
  };
  return (
    <Sheet open title={t("coach.deleteTitle")} close={t("common.close")} onClose={onClose}>
      <Txt kind="strong">{chat.title}</Txt>
      <Txt>{t("coach.deleteText")}</Txt>
      <Button variant="danger" label={t("coach.delete")} busy={busy} onPress={() => void erase()} />
      <Button variant="quiet" label={t("common.cancel")} onPress={onClose} />
    </Sheet>
  );
}

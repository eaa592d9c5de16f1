import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useMemo, useState } from "react";
import { newId } from "@/lib/id";
import { useKept } from "@/lib/kept";
import { coachName } from "@/lib/typed";
import { trimChats, useHistory } from "./requests";
import type { Talk, Turn } from "./talk";
import { rowsOf } from "./rows";

/** Which chat is open, remembered through restarts. A new one has an id before the server knows it. */
export function useOpenChat(userId: string) {
  const client = useQueryClient();
  const [kept, keepOpen, ready] = useKept<string | null>(coachName(userId, "open"), null);
  const [made, setMade] = useState(newId);
  const chatId = kept ?? made;
  const open = useCallback(
    (next: string | null) => {
      if (!next) setMade(newId());
      keepOpen(next);
      trimChats(client, next ?? "");
    },
    [client, keepOpen],
  );
  return { chatId, known: kept !== null, ready, open };
}

/** Return the lines of a chat, and how to go on in it. */
export function useChat(talk: Talk, turns: readonly Turn[], chatId: string, known: boolean, open: (chatId: string) => void) {
  const history = useHistory(chatId, known);
  const mine = useMemo(() => turns.filter((turn) => turn.chatId === chatId), [turns, chatId]);
  const rows = useMemo(() => rowsOf(history.data?.pages.flatMap((page) => page.items) ?? [], mine), [history.data, mine]);
  const answering = mine.find((turn) => turn.state !== "failed");
  const say = useCallback(
    (text: string) => {
      if (!known) open(chatId);
      void talk.send({ id: newId(), chatId, text: text.trim(), at: new Date().toISOString() });
    },
    [talk, chatId, known, open],
  );
  return { history, rows, answering, say };
}

/** What is typed into each chat, kept on the device until it is sent; `ready` once the device has told what was there. */
export function useDraft(userId: string, chatId: string): [text: string, set: (text: string) => void, ready: boolean] {
  const [drafts, setDrafts, ready] = useKept<Record<string, string>>(coachName(userId, "drafts"), {});
  const set = (text: string) => {
    const { [chatId]: _, ...others } = drafts;
    setDrafts(text ? { ...others, [chatId]: text } : others);
  };
  return [drafts[chatId] ?? "", set, ready];
}

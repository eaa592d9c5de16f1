/** What the server keeps of conversations, cached so that old chats open without a network. */

import { useInfiniteQuery, useQuery, type InfiniteData, type QueryClient } from "@tanstack/react-query";
import { api, ok, type Schemas } from "@/api/client";
import { keys } from "@/api/keys";
import type { Asked, Message } from "./talk";

const [PAGE, CHATS_KEPT, ME] = [30, 20, "me"];

type Page = Schemas["MessageList"];
type Pages = InfiniteData<Page, string | null>;

/** The messages of one chat, newest first, page by page. */
export const useHistory = (chatId: string, known: boolean) =>
  useInfiniteQuery({
    queryKey: keys.chat(chatId),
    enabled: known,
    initialPageParam: null as string | null,
    queryFn: ({ pageParam }) => ok(api.GET("/api/chat/history/{user_id}", { params: { path: { user_id: ME }, query: { chat_id: chatId, limit: PAGE, ...(pageParam && { cursor: pageParam }) } } })),
    getNextPageParam: (last: Page) => last.next_cursor ?? undefined,
  });

export const useChats = () =>
  useInfiniteQuery({
    queryKey: keys.chats(),
    initialPageParam: null as string | null,
    queryFn: ({ pageParam }) => ok(api.GET("/api/chat/chats/{user_id}", { params: { path: { user_id: ME }, query: { limit: PAGE, ...(pageParam && { cursor: pageParam }) } } })),
    getNextPageParam: (last: Schemas["ChatList"]) => last.next_cursor ?? undefined,
  });

/** The same as Today asks for, and kept with it. */
export const useToday = () => useQuery({ queryKey: keys.today(), queryFn: () => ok(api.GET("/api/users/{user_id}/today", { params: { path: { user_id: ME } } })) });

/** Put what was asked and answered into the history that is known. A request that is under way may not know of it: it is asked again. */
export function addTurn(client: QueryClient, asked: Asked, answer: Message): void {
  const own: Message = { id: asked.id, chat_id: asked.chatId, sender: "user", text: asked.text, at: asked.at, cards: [], actions: [], sources: [], interrupted: false };
  const queryKey = keys.chat(asked.chatId);
  const add = () => client.setQueryData<Pages>(queryKey, (old) => withTurn(old, own, answer));
  const loading = client.isFetching({ queryKey }) > 0;
  add();
  if (!loading) return;
  void client.cancelQueries({ queryKey }).then(() => {
    add();
    return client.invalidateQueries({ queryKey });
  });
}

function withTurn(old: Pages | undefined, own: Message, answer: Message): Pages {
  const pages = old?.pages.map((page) => ({ ...page, items: page.items.filter((each) => each.id !== own.id && each.id !== answer.id) })) ?? [];
  const [first, ...rest] = pages;
  return { pages: [{ items: [answer, own, ...(first?.items ?? [])], next_cursor: first?.next_cursor ?? null }, ...rest], pageParams: old?.pageParams ?? [null] };
}

/** Change the status of an action wherever a chat shows it. */
export function markAction(client: QueryClient, chatId: string, action: Schemas["Action"]): void {
  client.setQueryData<Pages>(keys.chat(chatId), (old) =>
    old && { ...old, pages: old.pages.map((page) => ({ ...page, items: page.items.map((message) => (message.actions?.some((each) => each.id === action.id) ? { ...message, actions: message.actions.map((each) => (each.id === action.id ? action : each)) } : message)) })) },
  );
}

export async function deleteChat(client: QueryClient, chatId: string): Promise<void> {
  await ok(api.DELETE("/api/chat/history/{user_id}", { params: { path: { user_id: ME }, query: { chat_id: chatId } } }));
  client.removeQueries({ queryKey: keys.chat(chatId) });
  await client.invalidateQueries({ queryKey: keys.chats() });
}

/** Keep the first page of the chats that were read last: the device has little room. */
export function trimChats(client: QueryClient, open: string): void {
  const others = client.getQueryCache().findAll({ queryKey: ["chat"] }).filter((query) => query.queryKey[1] !== open);
  others.sort((a, b) => b.state.dataUpdatedAt - a.state.dataUpdatedAt);
  for (const query of others.slice(CHATS_KEPT)) client.removeQueries({ queryKey: query.queryKey });
  for (const query of others.slice(0, CHATS_KEPT)) {
    const data = query.state.data as Pages | undefined;
    if (data && data.pages.length > 1) client.setQueryData<Pages>(query.queryKey, { pages: data.pages.slice(0, 1), pageParams: data.pageParams.slice(0, 1) }, { updatedAt: query.state.dataUpdatedAt });
  }
}

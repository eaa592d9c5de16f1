/** The lines of a conversation, newest first: what the history has, and what is being said now. */

import type { Message, Turn } from "./talk";

export type Row = { key: string; message: Message; asked?: Message } | { key: string; turn: Turn };

/** `messages` are newest first. What a turn is about stands in the turn alone, also where the server has it already. */
export function rowsOf(messages: readonly Message[], turns: readonly Turn[]): Row[] {
  const hidden = new Set(turns.flatMap((turn) => [turn.id, ...(turn.answerId ? [turn.answerId] : [])]));
  const now = turns.map((turn): Row => ({ key: turn.id, turn })).reverse();
  const before = messages.flatMap((message, place): Row[] => {
    const asked = message.sender === "coach" ? messages[place + 1] : undefined;
    if (hidden.has(message.id) || (asked && hidden.has(asked.id))) return [];
    return [{ key: message.id, message, ...(asked?.sender === "user" && { asked }) }];
  });
  return [...now, ...before];
}

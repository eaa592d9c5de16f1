/** The coach's answer as it comes: server-sent events over `expo/fetch`, which streams on iOS, Android and the web. */

import { fetch } from "expo/fetch";
import { API_URL, ApiError, type Schemas } from "./client";
import { accessToken } from "./session";
import type { Problem } from "@/sync/records";

export type CoachEvent =
  | { event: "start"; data: { message_id: string; chat_id: string } }
  | { event: "delta"; data: { text: string } }
  | { event: "tool"; data: { name: string; summary: string; status: string } }
  | { event: "card"; data: Schemas["Card"] }
  | { event: "done"; data: { message: Schemas["Message"] } }
  | { event: "error"; data: Problem };

/** Send a message and yield what comes. Throws ApiError, or what `signal` aborts with. */
export async function* streamCoach(body: Schemas["ChatMessageIn"], signal?: AbortSignal): AsyncGenerator<CoachEvent> {
  const token = await accessToken(API_URL, (url, init) => globalThis.fetch(url, init));
  const answer = await fetch(`${API_URL}/api/chat/message`, {
    method: "POST",
    signal,
    headers: { "Content-Type": "application/json", Accept: "text/event-stream", Authorization: `Bearer ${token}` },
    body: JSON.stringify(body),
  });
  if (!answer.ok || !answer.body) throw new ApiError(answer.status, (await answer.json().catch(() => null)) as Problem | null);
  yield* parsed(answer.body.getReader());
}

async function* parsed(reader: ReadableStreamDefaultReader<Uint8Array>): AsyncGenerator<CoachEvent> {
  const decoder = new TextDecoder();
  let waiting = "";
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      waiting += decoder.decode(value, { stream: true });
      for (let end = waiting.indexOf("\n\n"); end >= 0; end = waiting.indexOf("\n\n")) {
        const event = eventOf(waiting.slice(0, end));
        waiting = waiting.slice(end + 2);
        if (event) yield event;
      }
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

/** Read one block; a comment, which only says that the server is there, is none. */
export function eventOf(block: string): CoachEvent | null {
  const fields = new Map<string, string>();
  for (const line of block.split("\n")) {
    const colon = line.indexOf(": ");
    if (colon > 0) fields.set(line.slice(0, colon), line.slice(colon + 2));
  }
  const [event, data] = [fields.get("event"), fields.get("data")];
  return event && data ? ({ event, data: JSON.parse(data) } as CoachEvent) : null;
}

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

/** Send a message and yield what comes. Throws ApiError (status 0: no answer came, or it broke off), or what `signal` aborts with. */
export async function* streamCoach(body: Schemas["ChatMessageIn"], signal?: AbortSignal): AsyncGenerator<CoachEvent> {
  const answer = await reached(signal, () => sent(body, signal));
  if (!answer.ok || !answer.body) {
    const after = Number(answer.headers.get("Retry-After"));
    throw new ApiError(answer.status, (await answer.json().catch(() => null)) as Problem | null, after > 0 ? after : null);
  }
  const events = parsed(answer.body.getReader());
  try {
    for (let next = await reached(signal, () => events.next()); !next.done; next = await reached(signal, () => events.next())) yield next.value;
  } finally {
    await events.return(undefined).catch(() => undefined);
  }
}

/** Send with the session's token; once more with a new one when it is not taken any more. */
async function sent(body: Schemas["ChatMessageIn"], signal?: AbortSignal) {
  const ask = (token: string | null) =>
    fetch(`${API_URL}/api/chat/message`, {
      method: "POST",
      signal,
      headers: { "Content-Type": "application/json", Accept: "text/event-stream", Authorization: `Bearer ${token}` },
      body: JSON.stringify(body),
    });
  const token = await tokenOf();
  const answer = await ask(token);
  if (answer.status !== 401 || !token) return answer;
  const renewed = await tokenOf(token);
  return renewed ? ask(renewed) : answer;
}

const tokenOf = (refused?: string) => accessToken(API_URL, (url, init) => globalThis.fetch(url, init), refused);

/** Return what `step` gives. What it fails with is the network's doing, but where the person stopped it. */
async function reached<T>(signal: AbortSignal | undefined, step: () => Promise<T>): Promise<T> {
  try {
    return await step();
  } catch (error) {
    throw signal?.aborted ? error : new ApiError(0, null);
  }
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

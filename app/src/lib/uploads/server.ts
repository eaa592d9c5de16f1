/** The routes of photos, as the queue needs them: a status and a body, whatever comes. */

import { API_URL, authorized } from "@/api/client";
import type { Answer, UploadServer } from "./types";

const none: Answer = { status: 0, body: null };

async function answered(asked: Promise<Response>): Promise<Answer> {
  try {
    const answer = await asked;
    return { status: answer.status, body: await answer.json().catch(() => null) };
  } catch {
    return none;
  }
}

function send(method: string, path: string, body?: unknown): Promise<Answer> {
  const init = body === undefined ? {} : { headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) };
  return answered(authorized(new Request(`${API_URL || globalThis.location?.origin}${path}`, { method, ...init })));
}

export const uploadServer: UploadServer = {
  announce: ({ as, about, contentType, bytes }) => send("POST", "/api/photos", { id: as, ...about, content_type: contentType, bytes }),
  put: ({ url, headers }, body) => answered(globalThis.fetch(url, { method: "PUT", headers, body })),
  complete: ({ as }) => send("POST", `/api/photos/me/${as}/complete`),
  remove: ({ as }) => send("DELETE", `/api/photos/me/${as}`),
};

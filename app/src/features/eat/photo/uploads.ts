/** Photos of meals that wait on this device until there is a network. */

import { useEffect, useSyncExternalStore } from "react";
import { api, ApiError, ok } from "@/api/client";
import { queryClient } from "@/api/query";
import { useSession } from "@/api/use-session";
import { bytesHeld, hold, release } from "@/lib/held";
import { newId } from "@/lib/id";
import { keep, readKept } from "@/lib/kept";
import { useOnline } from "@/lib/use-online";
import type { Phone } from "@/sync/phone";

/** `refused`: what the server said of it; it is not sent again. */
type Waiting = { id: string; takenAt: string; bytes: number; refused?: string };

const fileOf = (id: string) => `${id}.jpg`;
const nameOf = (userId: string) => `eat.${userId}.photos`;

/** What waits, for the screens to show. */
let waiting: { userId: string; all: Waiting[] } = { userId: "", all: [] };
const listeners = new Set<() => void>();

async function load(userId: string): Promise<void> {
  if (waiting.userId === userId) return;
  waiting = { userId, all: (await readKept<Waiting[]>(nameOf(userId))) ?? [] };
  for (const listener of listeners) listener();
}

async function change(userId: string, to: (all: Waiting[]) => Waiting[]): Promise<void> {
  await load(userId);
  waiting = { userId, all: to(waiting.all) };
  for (const listener of listeners) listener();
  await keep(nameOf(userId), waiting.all.length ? waiting.all : null);
}

/** Keep a picture to be sent; returns the id that its meal names. */
export async function putOff(userId: string, base64: string, takenAt: string): Promise<string> {
  const id = newId();
  const bytes = await hold(fileOf(id), base64);
  await change(userId, (all) => [...all, { id, takenAt, bytes }]);
  return id;
}

/** Forget a picture that was not sent. */
export async function drop(userId: string, id: string): Promise<void> {
  await change(userId, (all) => all.filter((each) => each.id !== id));
  await release(fileOf(id));
}

let sending: Promise<void> | null = null;

/** Send what waits, one after the other; what there is no answer to waits on. */
export function sendAll(userId: string): Promise<void> {
  sending ??= sendEach(userId).finally(() => {
    sending = null;
  });
  return sending;
}

async function sendEach(userId: string): Promise<void> {
  await load(userId);
  for (const photo of waiting.all.filter((each) => !each.refused)) {
    try {
      await sendOne(photo);
    } catch (error) {
      if (!(error instanceof ApiError) || error.unreachable || error.status === 401) return;
      await change(userId, (all) => all.map((each) => (each.id === photo.id ? { ...each, refused: error.problem?.errors[0]?.message ?? error.message } : each)));
      continue;
    }
    await queryClient.invalidateQueries({ queryKey: ["mealPhotos"] });
    await drop(userId, photo.id);
  }
}

async function sendOne({ id, takenAt, bytes }: Waiting): Promise<void> {
  const file = await bytesHeld(fileOf(id));
  if (!file) return;
  const { upload } = await ok(api.POST("/api/photos", { body: { id, pose: "meal", taken_at: takenAt, content_type: "image/jpeg", bytes } }));
  if (!upload) return;
  const sent = await globalThis.fetch(upload.url, { method: upload.method, headers: upload.headers, body: file }).catch(() => null);
  if (!sent?.ok) throw new ApiError(sent && sent.status < 500 ? sent.status : 0, null);
  await ok(api.POST("/api/photos/{user_id}/{photo_id}/complete", { params: { path: { user_id: "me", photo_id: id } } }));
}

/** Return what waits to be sent. */
export function useWaiting(): Waiting[] {
  const userId = useSession()?.userId ?? "";
  useEffect(() => void load(userId), [userId]);
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => waiting.all,
    () => waiting.all,
  );
}

/** Send what waits whenever there is a network. */
export function useUploads(): void {
  const userId = useSession()?.userId ?? "";
  const online = useOnline();
  const count = useWaiting().length;
  useEffect(() => {
    if (online && userId && count) void sendAll(userId);
  }, [online, userId, count]);
}

const DAY_MS = 864e5;

/** Delete photos of meals that no meal has had for a day: those of meals that were deleted. */
export async function sweep(phone: Phone, now: Date): Promise<void> {
  const named = new Set(phone.all("meal").map((meal) => meal.photo_id));
  for (const photo of phone.all("photo"))
    if (photo.pose === "meal" && !named.has(photo.id) && Date.parse(String(photo.taken_at)) < now.getTime() - DAY_MS) await phone.delete("photo", String(photo.id));
}

/**
 * Notifications of a browser, shown through the service worker.
 *
 * A browser keeps none for later: these come only while a window of the app is open, and a window in the background
 * is woken about once a minute. With every window closed nothing comes.
 */

import { resting } from "./resting";
import type { Notice, Permission } from "./types";

export type { Notice, Permission, Topic } from "./types";

/** Whether the system shows notices while the app is closed. */
export const KEEPS_CLOSED = false;

const waiting = resting();

export const nameTopics = (): Promise<void> => Promise.resolve();

export async function permission(): Promise<Permission> {
  if (!("Notification" in globalThis)) return "none";
  return Notification.permission === "default" ? "undecided" : Notification.permission;
}

export async function askPermission(): Promise<Permission> {
  if ("Notification" in globalThis) await Notification.requestPermission();
  return permission();
}

/** Show something at a moment; nothing happens where the person does not want it, or the moment is over. */
export async function schedule(notice: Notice): Promise<void> {
  let allowed = await permission();
  if (allowed === "undecided") allowed = await askPermission();
  if (allowed !== "granted" || +notice.at <= Date.now()) return;
  waiting.set(notice.id, +notice.at, () => {
    if (notice.topic === "timer" && document.visibilityState === "visible") return;
    void show(notice);
  });
}

/** Take back what is scheduled under an id, and what was shown of it. */
export async function cancel(id: string): Promise<void> {
  waiting.drop(id);
  const shown = await (await worker())?.getNotifications({ tag: id });
  for (const each of shown ?? []) each.close();
}

/** Return the ids of what waits to be shown. */
export const scheduled = (): Promise<string[]> => Promise.resolve(waiting.ids());

/** Be told of what was tapped while a window was open; with none, the service worker opens one there. */
export function onTapped(listener: (url: string) => void): () => void {
  const hear = ({ data }: MessageEvent<{ fitzen?: string; url?: string } | null>) => {
    if (data?.fitzen === "tapped" && data.url) listener(data.url);
  };
  navigator.serviceWorker?.addEventListener("message", hear);
  return () => navigator.serviceWorker?.removeEventListener("message", hear);
}

async function show({ id, title, body, href }: Notice): Promise<void> {
  const options = { tag: id, body, icon: "/icon-192.png", data: { url: href } };
  const by = await worker();
  if (by) await by.showNotification(title, options);
  else new Notification(title, options).onclick = () => globalThis.focus();
}

async function worker(): Promise<ServiceWorkerRegistration | undefined> {
  return navigator.serviceWorker?.getRegistration();
}

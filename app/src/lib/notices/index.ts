/**
 * Local notifications of a phone: the system keeps them, and shows them though the app is closed.
 *
 * `schedule` asks for permission the first time: call it when the person has just done what they want to be told of.
 * What plans by itself looks at `permission` first, and never asks.
 */

import * as Notifications from "expo-notifications";
import i18n from "@/i18n";
import type { Notice, Permission, Topic } from "./types";

export type { Notice, Permission, Topic } from "./types";

/** Whether the system shows notices while the app is closed. */
export const KEEPS_CLOSED = true;

const { DATE } = Notifications.SchedulableTriggerInputTypes;
const { DEFAULT, HIGH } = Notifications.AndroidImportance;
const IMPORTANCE: Record<Topic, Notifications.AndroidImportance> = { reminders: DEFAULT, timer: HIGH, news: DEFAULT };

Notifications.setNotificationHandler({
  handleNotification: (notification) => {
    const shown = notification.request.content.data?.topic !== "timer";
    return Promise.resolve({ shouldShowBanner: shown, shouldShowList: shown, shouldPlaySound: shown, shouldSetBadge: false });
  },
});

/** Name the topics as Android lists them in its settings, in the language that the app has now. */
export async function nameTopics(): Promise<void> {
  for (const topic of Object.keys(IMPORTANCE) as Topic[])
    await Notifications.setNotificationChannelAsync(topic, { name: i18n.t(`device.topics.${topic}`), importance: IMPORTANCE[topic] });
}

export async function permission(): Promise<Permission> {
  return read(await Notifications.getPermissionsAsync());
}

export async function askPermission(): Promise<Permission> {
  await nameTopics(); // Android 13 asks only once there is a channel
  return read(await Notifications.requestPermissionsAsync());
}

/** Show something at a moment; nothing happens where the person does not want it, or the moment is over. */
export async function schedule({ id, at, title, body, href, topic = "reminders" }: Notice): Promise<void> {
  let allowed = await permission();
  if (allowed === "undecided") allowed = await askPermission();
  if (allowed !== "granted" || +at <= Date.now()) return;
  await Notifications.scheduleNotificationAsync({
    identifier: id,
    content: { title, body: body ?? null, data: { url: href, topic }, sound: true },
    trigger: { type: DATE, date: at, channelId: topic },
  });
}

/** Take back what is scheduled under an id, and what was shown of it. */
export async function cancel(id: string): Promise<void> {
  await Notifications.cancelScheduledNotificationAsync(id);
  await Notifications.dismissNotificationAsync(id);
}

/** Return the ids of what waits to be shown. */
export async function scheduled(): Promise<string[]> {
  return (await Notifications.getAllScheduledNotificationsAsync()).map((each) => each.identifier);
}

/** Be told of what was tapped, also of what opened the app; each once. Returns what ends it. */
export function onTapped(listener: (url: string) => void): () => void {
  const tell = (response: Notifications.NotificationResponse | null) => {
    const url = response?.notification.request.content.data?.url;
    if (typeof url !== "string") return;
    Notifications.clearLastNotificationResponse();
    listener(url);
  };
  tell(Notifications.getLastNotificationResponse());
  const listening = Notifications.addNotificationResponseReceivedListener(tell);
  return () => listening.remove();
}

function read({ granted, canAskAgain, ios }: Notifications.NotificationPermissionsStatus): Permission {
  const quiet = ios?.status === Notifications.IosAuthorizationStatus.PROVISIONAL;
  return granted || quiet ? "granted" : canAskAgain ? "undecided" : "denied";
}

/** The token by which Expo's push service reaches this phone. */

import Constants from "expo-constants";
import * as Notifications from "expo-notifications";
import { Platform } from "react-native";
import { permission } from "@/lib/notices";

export const platform = Platform.OS === "ios" ? "ios" : "android";

/** Return the token; null where this phone takes no pushes, undefined where that cannot be found out now. */
export async function pushToken(): Promise<string | null | undefined> {
  const extra = Constants.expoConfig?.extra as { eas?: { projectId?: string } } | undefined;
  const projectId = extra?.eas?.projectId;
  if (!projectId || (await permission()) !== "granted") return null;
  try {
    return (await Notifications.getExpoPushTokenAsync({ projectId })).data;
  } catch {
    return undefined; // no network, or a simulator
  }
}

/** Be told that the system has given another token. Returns what ends it. */
export function onToken(listener: () => void): () => void {
  const listening = Notifications.addPushTokenListener(listener);
  return () => listening.remove();
}

/** Give the token up: whoever has it reaches nobody any more. */
export const dropToken = (): Promise<void> => Notifications.unregisterForNotificationsAsync();

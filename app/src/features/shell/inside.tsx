import { Stack } from "expo-router";
import { useHealthData } from "./use-health-data";
import { useLinks, useReminders } from "./use-outside";

/** A link from outside opens over the tabs: going back leads there. */
export const unstable_settings = { anchor: "(tabs)" };

/** All that is open to a person who has been asked the first questions: the tabs, and what is laid over them. A new file in `app/(app)` needs no line here. */
export function Inside() {
  useLinks();
  useReminders();
  useHealthData();
  return <Stack screenOptions={{ headerShown: false }} />;
}

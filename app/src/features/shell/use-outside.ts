/** What ties the open app to what is outside of it: links, notifications, reminders, pushes. */

import { router, usePathname, type Href } from "expo-router";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { registerDevice } from "@/api/devices";
import { useSession } from "@/api/use-session";
import { store } from "@/lib/health";
import { runHealth } from "@/lib/health/service";
import { whenOpen } from "@/lib/links/pending";
import * as notices from "@/lib/notices";
import { onOnline } from "@/lib/online";
import { onToken } from "@/lib/push/token";
import { keepReminders } from "@/lib/reminders/keeper";
import { onShown } from "@/lib/shown";
import { useMe } from "@/sync/me";
import { useSync } from "@/sync/provider";

/** Go where a link led that came before the app was open, and where one leads that comes. */
export function useLinks(): void {
  const path = usePathname();
  const at = useRef(path);
  useEffect(() => {
    at.current = path;
  }, [path]);
  useEffect(
    () =>
      whenOpen((place) => {
        if (place.split("?")[0] !== at.current) router.navigate(place as Href);
      }),
    [],
  );
}

/** Have the reminders shown: by the server where it reaches this device, else by the device itself. */
export function useReminders(): void {
  const { phone } = useSync();
  const userId = useSession()?.userId;
  const { i18n } = useTranslation();
  useEffect(() => {
    void notices.nameTopics();
  }, [i18n.language]);
  useEffect(() => {
    if (!phone || !userId) return;
    let pushed = registerDevice(userId);
    const keeper = keepReminders(phone, userId, notices, () => pushed);
    const again = () => {
      pushed = registerDevice(userId);
      void keeper.replan();
    };
    const ends = [onToken(again), onOnline(again), onShown(again), keeper.stop];
    return () => ends.forEach((end) => end());
  }, [phone, userId]);
}

const SOON_MS = 3_000;

/** Read and write health data once the records are in step, when the app comes back, and after something was logged. */
export function useHealthData(): void {
  const { phone, state } = useSync();
  const me = useMe();
  const userId = me?.id;
  const zone = me?.time_zone;
  const language = me?.locale ?? "en";
  const inStep = state === "idle";
  useEffect(() => {
    if (!store.name || !phone || !userId || !zone || !inStep) return;
    let soon: ReturnType<typeof setTimeout> | undefined;
    const later = () => {
      clearTimeout(soon);
      // A store that fails (locked phone, permission taken back) is asked again the next time.
      soon = setTimeout(() => void runHealth(userId, phone, { zone, language }, Date.now()).catch(() => undefined), SOON_MS);
    };
    later();
    const ends = [onShown(later), phone.subscribe((kinds) => (kinds.has("measurement") || kinds.has("workout")) && later())];
    return () => {
      clearTimeout(soon);
      ends.forEach((end) => end());
    };
  }, [phone, userId, zone, language, inStep]);
}

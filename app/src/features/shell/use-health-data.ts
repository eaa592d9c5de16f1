import { useEffect } from "react";
import { store } from "@/lib/health";
import { runHealth } from "@/lib/health/service";
import { onShown } from "@/lib/shown";
import { useMe } from "@/sync/me";
import { useSync } from "@/sync/provider";

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

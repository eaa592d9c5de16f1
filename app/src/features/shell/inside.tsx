import { Stack } from "expo-router";
import { useEffect } from "react";
import { loadLibrary } from "@/lib/exercises/library";
import { keepNextSession } from "@/lib/running/next";
import { useHealthData } from "./use-health-data";
import { useLinks, useReminders } from "./use-outside";

/** A link from outside opens over the tabs: going back leads there. */
export const unstable_settings = { anchor: "(tabs)" };

const SOON_MS = 4000;

/** All that is open to a person who has been asked the first questions: the tabs, and what is laid over them. A new file in `app/(app)` needs no line here. */
export function Inside() {
  useLinks();
  useReminders();
  useHealthData();
  useEffect(() => {
    const soon = setTimeout(() => {
      void loadLibrary(); // before there is a basement; after what opens first
      void keepNextSession();
    }, SOON_MS);
    return () => clearTimeout(soon);
  }, []);
  return <Stack screenOptions={{ headerShown: false }} />;
}

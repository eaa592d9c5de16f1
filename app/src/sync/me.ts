import type { Schemas } from "@/api/client";
import { useSession } from "@/api/use-session";
import { deviceUnits, type Units } from "@/lib/locale";
import { useRecord } from "./provider";

/** Return the person's profile as the device has it; null until it has come down for the first time. */
export function useMe(): Schemas["User"] | null {
  const session = useSession();
  return (useRecord("user", session?.userId ?? "") as Schemas["User"] | null | undefined) ?? null;
}

export function useUnits(): Units {
  return useMe()?.units ?? deviceUnits();
}

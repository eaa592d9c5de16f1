import { useEffect, useSyncExternalStore } from "react";
import { useSession } from "@/api/use-session";
import { onShown } from "@/lib/shown";
import { openRunning, runningNow, subscribeRunning } from "./store";
import type { Draft } from "./types";

/** Return the session that runs, null where none does, undefined until that has been read. */
export function useRunning(): Draft | null | undefined {
  const account = useSession()?.userId;
  const held = useSyncExternalStore(subscribeRunning, runningNow, runningNow);
  useEffect(() => {
    if (!account) return;
    void openRunning(account);
    return onShown(() => void openRunning(account));
  }, [account]);
  return held.ready && held.account === account ? held.draft : undefined;
}

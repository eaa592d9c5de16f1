import { useSyncExternalStore } from "react";
import { currentSession, subscribeSession, type Session } from "./session";

/** Return who is signed in on this device. */
export const useSession = (): Session | null => useSyncExternalStore(subscribeSession, currentSession, () => null);

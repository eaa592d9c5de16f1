import { useCallback, useEffect, useRef, useState, useSyncExternalStore, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { AppState, View } from "react-native";
import { useSession } from "@/api/use-session";
import { lockAfter, subscribeLock, unlock } from "@/lib/lock";
import { begun, moved, opened, type Shown } from "@/lib/lock/gate";
import { Cover } from "./cover";
import { LockedScreen } from "./locked-screen";

/** Covers the app while it is not in front, and asks who is there after a time, where the person has chosen so. */
export function LockGate({ children }: { children: ReactNode }) {
  const { t } = useTranslation();
  const after = useSyncExternalStore(subscribeLock, lockAfter);
  const signedIn = useSession() !== null;
  const [gate, setGate] = useState(() => begun(lockAfter()));
  const [front, setFront] = useState(() => AppState.currentState === "active");
  const asking = useRef(false);
  const locked = signedIn && after !== null && gate.locked;
  const covered = signedIn && after !== null && (gate.covered || gate.locked);

  useEffect(() => {
    const listening = AppState.addEventListener("change", (state) => {
      if (asking.current) return; // the system's own question hides the app for a moment
      if (state !== "inactive") setFront(state === "active");
      setGate((now) => moved(now, state === "active" || state === "background" ? state : ("inactive" satisfies Shown), Date.now(), lockAfter()));
    });
    return () => listening.remove();
  }, []);

  const ask = useCallback(async () => {
    if (asking.current) return;
    asking.current = true;
    try {
      if (await unlock(t("device.unlockPrompt"))) setGate(opened);
    } finally {
      asking.current = false;
      setGate((now) => ({ ...now, covered: false, leftAt: null }));
    }
  }, [t]);

  useEffect(() => {
    if (locked && front) void ask();
  }, [locked, front, ask]);

  return (
    <>
      <View className="flex-1" aria-hidden={covered} importantForAccessibility={covered ? "no-hide-descendants" : "auto"}>
        {children}
      </View>
      {covered ? <Cover>{locked ? <LockedScreen onUnlock={() => void ask()} /> : <View className="flex-1 bg-bg" />}</Cover> : null}
    </>
  );
}

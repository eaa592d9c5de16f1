import { PersistQueryClientProvider } from "@tanstack/react-query-persist-client";
import { StatusBar } from "expo-status-bar";
import { useEffect, useState, type ReactNode } from "react";
import { SafeAreaProvider } from "react-native-safe-area-context";
import { persistOptions, queryClient } from "@/api/query";
import { loadSession } from "@/api/session";
import { loadLanguage } from "@/i18n";
import { loadLock } from "@/lib/lock";
import { keepApp } from "@/lib/service-worker";
import { loadTheme } from "@/lib/theme";
import { UploadSender } from "@/lib/uploads";
import { SyncProvider } from "@/sync/provider";
import { ToastProvider } from "@/ui";
import { LockGate } from "./lock-gate";
import { NotKept } from "./not-kept";

/** Everything that screens stand on. Nothing is shown until the device has said who is signed in. */
export function Providers({ children }: { children: ReactNode }) {
  const [ready, setReady] = useState(false);
  useEffect(() => {
    void Promise.all([loadSession(), loadLanguage(), loadTheme(), loadLock()]).then(() => setReady(true));
    keepApp();
  }, []);
  if (!ready) return null;
  return (
    <SafeAreaProvider>
      <PersistQueryClientProvider client={queryClient} persistOptions={persistOptions}>
        <SyncProvider>
          <UploadSender />
          <ToastProvider>
            <StatusBar style="auto" />
            <LockGate>
              <NotKept>{children}</NotKept>
            </LockGate>
          </ToastProvider>
        </SyncProvider>
      </PersistQueryClientProvider>
    </SafeAreaProvider>
  );
}

import { createContext, useCallback, useContext, useEffect, useMemo, useState, type ReactNode } from "react";
import { Pressable, Text, View } from "react-native";
import { useSafeAreaInsets } from "react-native-safe-area-context";

const SHOWN_MS = 5000;

type Told = { text: string; action?: { label: string; run: () => void } };

const Context = createContext<(told: Told) => void>(() => undefined);

/** Return how to tell in passing what happened, with one thing to do about it (such as to undo it). */
export const useToast = (): ((told: Told) => void) => useContext(Context);

export function ToastProvider({ children }: { children: ReactNode }) {
  const insets = useSafeAreaInsets();
  const [told, setTold] = useState<Told | null>(null);
  useEffect(() => {
    if (!told) return;
    const timer = setTimeout(() => setTold(null), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [told]);
  const tell = useCallback((next: Told) => setTold(next), []);
  return (
    <Context value={useMemo(() => tell, [tell])}>
      {children}
      <View pointerEvents="box-none" aria-live="polite" className="absolute start-0 end-0 bottom-0 items-center px-5" style={{ paddingBottom: insets.bottom + 76 }}>
        {told ? (
          <View className="max-w-md w-full flex-row items-center gap-3 rounded-2xl bg-ink ps-5 pe-2 py-1 min-h-12">
            <Text className="flex-1 text-base text-bg">{told.text}</Text>
            {told.action ? (
              <Pressable
                role="button"
                aria-label={told.action.label}
                className="min-h-11 px-3 justify-center"
                onPress={() => {
                  told.action?.run();
                  setTold(null);
                }}
              >
                <Text className="text-base font-semibold text-bg underline">{told.action.label}</Text>
              </Pressable>
            ) : null}
          </View>
        ) : null}
      </View>
    </Context>
  );
}

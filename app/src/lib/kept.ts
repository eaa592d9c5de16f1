/** Small things that belong to this device alone: the theme, the language, what was typed and not finished. */

import AsyncStorage from "@react-native-async-storage/async-storage";
import { useCallback, useEffect, useState } from "react";

const named = (name: string) => `fitzen.kept.${name}`;

export async function readKept<T>(name: string): Promise<T | null> {
  try {
    const text = await AsyncStorage.getItem(named(name));
    return text === null ? null : (JSON.parse(text) as T);
  } catch {
    return null; // nothing that is kept here is worth failing for
  }
}

export async function keep(name: string, value: unknown): Promise<void> {
  if (value === null) await AsyncStorage.removeItem(named(name));
  else await AsyncStorage.setItem(named(name), JSON.stringify(value));
}

/** Forget what is kept under the name of an account. */
export async function forgetKept(userId: string): Promise<void> {
  const all = await AsyncStorage.getAllKeys();
  await AsyncStorage.multiRemove(all.filter((name) => name.startsWith(named("")) && name.includes(userId)));
}

/** Return a value that survives restarts, how to change it, and whether it has been read yet. */
export function useKept<T>(name: string, first: T): [value: T, set: (value: T) => void, ready: boolean] {
  const [value, setValue] = useState(first);
  const [ready, setReady] = useState(false);
  useEffect(() => {
    void readKept<T>(name).then((kept) => {
      if (kept !== null) setValue(kept);
      setReady(true);
    });
  }, [name]);
  const set = useCallback(
    (next: T) => {
      setValue(next);
      void keep(name, next);
    },
    [name],
  );
  return [value, set, ready];
}

/** Small things that belong to this device alone: the theme, the language, what was typed and not finished. */

import AsyncStorage from "@react-native-async-storage/async-storage";
import { useCallback, useEffect, useRef, useState } from "react";

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

/** What is of the device and not of the person who uses it. */
const OF_DEVICE = ["theme", "language"].map(named);

/** Forget what was kept for a person: drafts, what was typed and not sent, which chat was open. */
export async function forgetKept(): Promise<void> {
  const names = (await AsyncStorage.getAllKeys()).filter((each) => each.startsWith(named("")) && !OF_DEVICE.includes(each));
  await Promise.all(names.map((each) => AsyncStorage.removeItem(each)));
}

/** Return a value that survives restarts, how to change it, and whether it has been read yet. */
export function useKept<T>(name: string, first: T): [value: T, set: (value: T) => void, ready: boolean] {
  const [value, setValue] = useState(first);
  const [ready, setReady] = useState(false);
  const setFor = useRef<string | null>(null);
  useEffect(() => {
    let current = true;
    void readKept<T>(name).then((kept) => {
      if (!current) return;
      if (kept !== null && setFor.current !== name) setValue(kept); // what was set meanwhile is newer
      setReady(true);
    });
    return () => {
      current = false;
    };
  }, [name]);
  const set = useCallback(
    (next: T) => {
      setFor.current = name;
      setValue(next);
      void keep(name, next);
    },
    [name],
  );
  return [value, set, ready];
}

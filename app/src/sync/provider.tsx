/** The device's copy of the person's records, for screens: read at once, written at once, synced when there is a network. */

import { randomUUID } from "expo-crypto";
import { createContext, useCallback, useContext, useEffect, useMemo, useRef, useState } from "react";
import { AppState } from "react-native";
import { API_URL, ApiError, authorized } from "@/api/client";
import { queryClient } from "@/api/query";
import { useSession } from "@/api/use-session";
import { onOnline } from "@/lib/online";
import { openDisk } from "./open-disk";
import { Phone, UnreachableError, type Send } from "./phone";
import type { Json } from "./records";
import { WRITABLE } from "./writable";

const EVERY_MS = 60_000;
const SOON_MS = 400;

export type SyncState = "idle" | "syncing" | "offline";
type Known = { phone: Phone | null; state: SyncState; syncNow: () => void };

const Context = createContext<Known>({ phone: null, state: "idle", syncNow: () => undefined });

const send: Send = async (method, path, query, body) => {
  const search = new URLSearchParams(query).toString();
  const url = `${API_URL || globalThis.location?.origin}${path}${search ? `?${search}` : ""}`;
  const init = body === undefined ? {} : { headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) };
  try {
    const answer = await authorized(new Request(url, { method, ...init }));
    return { status: answer.status, body: await answer.json().catch(() => null) };
  } catch (error) {
    throw new UnreachableError(String(error));
  }
};

export function SyncProvider({ children }: { children: React.ReactNode }) {
  const userId = useSession()?.userId ?? null;
  const [phone, setPhone] = useState<Phone | null>(null);
  const [state, setState] = useState<SyncState>("idle");
  const opened = useRef<string | null>(null);
  const dirty = useRef(false);

  useEffect(() => {
    opened.current = userId;
    setPhone(null);
    if (!userId) return;
    void openDisk(userId)
      .then((disk) => Phone.open(send, disk, randomUUID, WRITABLE))
      .then((made) => {
        if (opened.current === userId) setPhone(made);
      });
  }, [userId]);

  const syncNow = useCallback(() => {
    if (!phone) return;
    setState("syncing");
    phone.sync().then(
      () => {
        setState("idle");
        if (!dirty.current) return;
        dirty.current = false;
        void queryClient.invalidateQueries(); // what the server works out follows from the records
      },
      (error: unknown) => {
        setState("offline");
        if (!(error instanceof UnreachableError || error instanceof ApiError)) throw error;
      },
    );
  }, [phone]);

  useEffect(() => {
    if (!phone) return;
    let soon: ReturnType<typeof setTimeout> | undefined;
    const changed = phone.subscribe(() => {
      dirty.current = true;
      if (!phone.queue.some((op) => !op.sent)) return;
      clearTimeout(soon);
      soon = setTimeout(syncNow, SOON_MS);
    });
    const again = setInterval(syncNow, EVERY_MS);
    const active = AppState.addEventListener("change", (next) => next === "active" && syncNow());
    const online = onOnline(syncNow);
    syncNow();
    return () => {
      changed();
      clearTimeout(soon);
      clearInterval(again);
      active.remove();
      online();
    };
  }, [phone, syncNow]);

  const known = useMemo(() => ({ phone, state, syncNow }), [phone, state, syncNow]);
  return <Context value={known}>{children}</Context>;
}

export const useSync = (): Known => useContext(Context);

/** Return what the device has of some kinds, worked out by `read`; again whenever one of them changes. */
export function useRecords<T>(kinds: readonly string[], read: (phone: Phone) => T): T | undefined {
  "use no memo"; // the compiler cannot know that a phone changes inside: what it would keep would be old
  const { phone } = useContext(Context);
  const [turn, setTurn] = useState(0);
  const key = kinds.join(" ");
  useEffect(() => phone?.subscribe((changed) => key.split(" ").some((kind) => changed.has(kind)) && setTurn((last) => last + 1)), [phone, key]);
  // eslint-disable-next-line react-hooks/exhaustive-deps -- `turn` stands for what changed inside the phone
  return useMemo(() => (phone ? read(phone) : undefined), [phone, read, turn]);
}

/** Return one record as the screen shows it. */
export function useRecord(kind: string, id: string): Json | null | undefined {
  return useRecords([kind], (phone) => phone.view(kind, id));
}

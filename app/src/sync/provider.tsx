/** The device's copy of the person's records, for screens: read at once, written at once, synced when there is a network. */

import { randomUUID } from "expo-crypto";
import { createContext, useCallback, useContext, useEffect, useMemo, useRef, useState, useSyncExternalStore } from "react";
import { API_URL, authorized } from "@/api/client";
import { forgetComputed, queryClient } from "@/api/query";
import { useSession } from "@/api/use-session";
import { onOffline, onOnline } from "@/lib/online";
import { onShown } from "@/lib/shown";
import { TakenError } from "./disk";
import { openDisk } from "./open-disk";
import { Phone, UnreachableError, type Send } from "./phone";
import type { Json } from "./records";
import { WRITABLE } from "./writable";

const EVERY_MS = 60_000;
const SOON_MS = 400;

/** `closed`: what the device keeps cannot be opened; `syncNow` tries that again. */
export type SyncState = "idle" | "syncing" | "offline" | "closed";
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
  const [opened, setOpened] = useState<{ key: string; phone: Phone } | null>(null);
  const [state, setState] = useState<SyncState>("idle");
  const [tries, setTries] = useState(0);
  const [failed, setFailed] = useState<string | null>(null);
  const dirty = useRef(false);

  const key = `${userId} ${tries}`;
  const isClosed = failed === key;
  const phone = opened?.key === key ? opened.phone : null;

  useEffect(() => {
    if (!userId) return;
    return () => void forgetComputed(); // also where another window has signed out
  }, [userId]);

  useEffect(() => {
    if (!userId) return;
    let current = true;
    openDisk(userId)
      .then((disk) => Phone.open(send, disk, randomUUID, WRITABLE))
      .then(
        (made) => current && setOpened({ key, phone: made }),
        () => current && setFailed(key),
      );
    return () => {
      current = false;
    };
  }, [userId, key]);

  const syncNow = useCallback(() => {
    if (isClosed) setTries((count) => count + 1);
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
        const isDisk = error instanceof TakenError || phone.isFailing; // the shell tells of that
        setState(isDisk ? "idle" : "offline");
        if (!isDisk && !(error instanceof UnreachableError)) throw error;
      },
    );
  }, [phone, isClosed]);

  useEffect(() => {
    if (!phone) return;
    let soon: ReturnType<typeof setTimeout> | undefined;
    const changed = phone.subscribe((kinds) => {
      dirty.current ||= kinds.size > 0;
      if (!phone.queue.some((op) => !op.sent)) return;
      clearTimeout(soon);
      soon = setTimeout(() => phone.syncing || syncNow(), SOON_MS);
    });
    const again = setInterval(syncNow, EVERY_MS);
    const back = onShown(() => void phone.wake().then(syncNow, syncNow));
    const online = onOnline(syncNow);
    const offline = onOffline(() => setState("offline"));
    const begin = setTimeout(syncNow);
    return () => {
      clearTimeout(begin);
      changed();
      clearTimeout(soon);
      clearInterval(again);
      back();
      online();
      offline();
    };
  }, [phone, syncNow]);

  const known = useMemo(() => ({ phone, state: isClosed ? ("closed" as const) : state, syncNow }), [phone, isClosed, state, syncNow]);
  return <Context value={known}>{children}</Context>;
}

export const useSync = (): Known => useContext(Context);

/** Tell whether what was done cannot be put on the device's disk for now. */
export function useIsFailing(): boolean {
  "use no memo"; // as below
  const { phone } = useContext(Context);
  return useSyncExternalStore(
    useCallback((listener: () => void) => phone?.subscribe(listener) ?? (() => undefined), [phone]),
    () => phone?.isFailing ?? false,
  );
}

/** Return what the device has of some kinds, worked out by `read`; again whenever one of them changes. */
export function useRecords<T>(kinds: readonly string[], read: (phone: Phone) => T): T | undefined {
  "use no memo"; // the compiler cannot know that a phone changes inside: what it would keep would be old
  const { phone } = useContext(Context);
  const turn = useSyncExternalStore(
    useCallback((listener: () => void) => phone?.subscribe(listener) ?? (() => undefined), [phone]),
    () => kinds.reduce((sum, kind) => sum + (phone?.turnOf(kind) ?? 0), 0),
  );
  // eslint-disable-next-line react-hooks/exhaustive-deps -- `turn` stands for what changed inside the phone
  return useMemo(() => (phone ? read(phone) : undefined), [phone, read, turn]);
}

/** Return one record as the screen shows it. */
export function useRecord(kind: string, id: string): Json | null | undefined {
  return useRecords([kind], (phone) => phone.view(kind, id));
}

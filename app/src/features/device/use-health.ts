import { useEffect, useState } from "react";
import { store } from "@/lib/health";
import { keptHealth, runHealth, switchHealth, type HealthKept, type HealthKind } from "@/lib/health/service";
import type { Access } from "@/lib/health/types";
import { onShown } from "@/lib/shown";
import { useMe } from "@/sync/me";
import { useSync } from "@/sync/provider";

const NOBODY: Access = { read: [], write: [] };

/** What is switched on here, what the system refuses of it, and how to change and run it. */
export function useHealth() {
  const { phone } = useSync();
  const me = useMe();
  const userId = me?.id;
  const [state, setState] = useState<"ready" | "update" | "none" | null>(null);
  const [kept, setKept] = useState<HealthKept | null>(null);
  const [refused, setRefused] = useState<Access>(NOBODY);
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState(false);

  useEffect(() => {
    if (!userId) return;
    let current = true;
    const look = async () => {
      const [found, now] = await Promise.all([store.state(), keptHealth(userId)]);
      const without = found === "ready" ? await store.refused(now) : NOBODY;
      if (!current) return;
      setState(found);
      setKept(now);
      setRefused(without);
    };
    void look();
    const shown = onShown(() => void look());
    return () => {
      current = false;
      shown();
    };
  }, [userId]);

  const run = async () => {
    if (!phone || !me?.time_zone) return;
    setBusy(true);
    try {
      setKept(await runHealth(me.id, phone, { zone: me.time_zone, language: me.locale ?? "en" }, Date.now(), true));
      setFailed(false);
    } catch {
      setFailed(true);
    } finally {
      setBusy(false);
    }
  };
  const turn = async (way: keyof Access, kind: HealthKind, on: boolean) => {
    if (!userId || !kept) return;
    const next = { ...kept, [way]: on ? [...kept[way], kind] : kept[way].filter((each) => each !== kind) };
    setKept(next);
    if (on) await store.ask(next);
    setKept(await switchHealth(userId, { [way]: next[way] }, Date.now()));
    setRefused(await store.refused(next));
    if (on) await run();
  };
  return { state, kept, refused, busy, failed, turn: (way: keyof Access, kind: HealthKind, on: boolean) => void turn(way, kind, on).catch(() => setFailed(true)), readNow: () => void run() };
}

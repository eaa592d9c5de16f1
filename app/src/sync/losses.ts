/** What is on this device alone: signing out loses it, so every way out asks. */

import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useSession } from "@/api/use-session";
import { readKept } from "@/lib/kept";
import { doneOf, useRunning } from "@/lib/running";
import { useGivenName } from "@/lib/spoken";
import { coachName, eatName } from "@/lib/typed";
import { useUploads } from "@/lib/uploads";
import { useRecords } from "./provider";
import { WRITABLE } from "./writable";

const KINDS = [...WRITABLE.keys()];
/** A device that cannot read what it has must not keep anybody from signing out. */
const PATIENCE_MS = 5000;

type Written = { later: number; items: number; messages: number };
export type Losses = Written & {
  /** What the server has not answered yet. */
  changes: number;
  /** What it did not take, and the person has not decided about. */
  decisions: number;
  photos: number;
  session: { name: string; sets: number } | null;
};

const NOTHING: Written = { later: 0, items: 0, messages: 0 };

async function writtenBy(account: string): Promise<Written> {
  const [later, basket, turns, drafts] = await Promise.all([
    readKept<unknown[]>(eatName(account, "later")),
    readKept<{ items?: unknown[]; text?: string }>(eatName(account, "basket")),
    readKept<unknown[]>(coachName(account, "turns")),
    readKept<Record<string, string>>(coachName(account, "drafts")),
  ]);
  const typed = Object.values(drafts ?? {}).filter((text) => text.trim()).length;
  return { later: later?.length ?? 0, items: (basket?.items?.length ?? 0) + (basket?.text?.trim() ? 1 : 0), messages: (turns?.length ?? 0) + typed };
}

/** Return how much of what waits here for the person's decision. */
export const useDecisions = (): number => useRecords(KINDS, (phone) => phone.shown.length) ?? 0;

/** Return what would be lost; null until all of it is counted. */
export function useLosses(): Losses | null {
  const account = useSession()?.userId ?? "";
  const changes = useRecords(KINDS, (phone) => phone.queue.length);
  const decisions = useDecisions();
  const photos = useUploads().waiting.length;
  const running = useRunning();
  const [written, setWritten] = useState<Written | null>(null);
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, []);
  useEffect(() => {
    let current = true;
    void writtenBy(account).then((found) => current && setWritten(found));
    return () => {
      current = false;
    };
  }, [account]);
  if ((changes === undefined || running === undefined || !written) && !late) return null;
  const sets = running ? doneOf(running) : 0;
  return { changes: changes ?? 0, decisions, photos, ...(written ?? NOTHING), session: running && sets ? { name: running.name, sets } : null };
}

/** Return how each of it is said; nothing where nothing would be lost. */
export function useLossTexts(losses: Losses | null): string[] {
  const { t } = useTranslation();
  const given = useGivenName();
  if (!losses) return [];
  const { session } = losses;
  const counted = (["changes", "decisions", "photos", "later", "items", "messages"] as const).filter((name) => losses[name]).map((name) => t(`common.losses.${name}`, { count: losses[name] }));
  return session ? [...counted, t("common.losses.session", { name: given(session.name), count: session.sets })] : counted;
}

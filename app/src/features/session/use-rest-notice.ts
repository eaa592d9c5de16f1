import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { stayAwake } from "@/lib/awake";
import { cancel, schedule } from "@/lib/notices";
import type { Draft } from "@/lib/running";
import { entryOf } from "./draft";
import { nextSet } from "./flow";
import type { Player } from "./use-player";
import { setWords } from "./words";

const ID = "session.rest";

/** Have the system tell when the rest is over, should the app be away by then. */
export function useRestNotice(player: Player): void {
  const { t } = useTranslation();
  const { draft, exercises } = player;
  const until = draft.rest?.until;
  const entry = entryOf(draft, draft.at);
  const set = entry && nextSet(entry);
  const body = entry && set ? t("session.restOverText", { name: exercises.nameOf(entry.exercise_id), what: setWords(player, entry, set) }) : undefined;
  useEffect(() => {
    if (until === undefined) void cancel(ID);
    else if (until > Date.now()) void schedule({ id: ID, at: until, title: t("session.restOver"), body, href: "/session", topic: "timer" });
  }, [until, body, t]);
}

export const forgetRestNotice = (): Promise<void> => cancel(ID);

/** Keep the screen on while a session is in front. */
export function useAwake(draft: Draft): void {
  useEffect(() => stayAwake(), [draft.id]);
}

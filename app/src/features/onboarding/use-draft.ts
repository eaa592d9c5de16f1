import { useQuery } from "@tanstack/react-query";
import { router } from "expo-router";
import { useEffect, useState } from "react";
import { api, ok } from "@/api/client";
import { keys } from "@/api/keys";
import { useProblemText } from "@/api/problem-text";
import { useSession } from "@/api/use-session";
import { withOffset } from "@/lib/day";
import { keep, readKept } from "@/lib/kept";
import { useMe } from "@/sync/me";
import { useSync } from "@/sync/provider";
import { answersOf, firstDraft, fromDevice, UNSAID, weightOf, type Draft } from "./draft";
import { STEPS } from "./steps";

/** The answers, kept through restarts; and how to hand them in. */
export function useDraft() {
  const userId = useSession()?.userId ?? "";
  const name = `onboarding.${userId}`;
  const me = useMe();
  const { phone, syncNow } = useSync();
  const [draft, setDraft] = useState<Draft | null>(null);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const textOf = useProblemText();
  const fresh = me && !me.onboarding_completed;

  useEffect(() => {
    void readKept<Draft>(name).then((kept) => setDraft((now) => now ?? kept ?? firstDraft(me)));
  }, [name, me]);

  useEffect(() => {
    if (fresh && me.time_zone === UNSAID.time_zone && me.locale === UNSAID.locale && phone) void phone.edit("user", userId, fromDevice());
  }, [fresh, me, phone, userId]); // so that the server asks its questions in the person's language

  const change = (changes: Partial<Draft>) => {
    if (!draft) return;
    const next = { ...draft, ...changes };
    setDraft(next);
    void keep(name, next);
  };

  /** Hand in what was answered, with what the steps that were passed propose. */
  const finish = async (passed: number) => {
    if (!draft) return;
    setBusy(true);
    setError(null);
    try {
      await ok(api.POST("/api/users/{user_id}/onboarding", { params: { path: { user_id: "me" } }, body: answersOf(draft, me, passed) }));
      const kg = weightOf(draft);
      if (kg !== null) await phone?.create("measurement", { metric: "weight_kg", value: kg, taken_at: withOffset(new Date()) });
      await keep(name, null);
      if (me?.onboarding_completed) router.replace("/");
      syncNow();
    } catch (failure) {
      setError(textOf(failure));
    } finally {
      setBusy(false);
    }
  };

  const passed = draft?.passed ?? draft?.step ?? 0;
  const next = async () => {
    if (!draft) return;
    const step = draft.step + 1;
    if (step < STEPS.length) change({ step, passed: Math.max(step, passed) });
    else await finish(STEPS.length);
  };
  return { draft, change, next, skip: () => finish(passed), busy, error };
}

/** The questions before training, as the server asks them. */
export const useScreening = () => useQuery({ queryKey: keys.screening(), queryFn: () => ok(api.GET("/api/users/{user_id}/screening", { params: { path: { user_id: "me" } } })) });

import { router } from "expo-router";
import { useState } from "react";
import { api, ok } from "@/api/client";
import { useProblemText } from "@/api/problem-text";
import { newId } from "@/lib/id";
import { useKept } from "@/lib/kept";
import { useMe } from "@/sync/me";
import { useRecord, useSync } from "@/sync/provider";
import type { Plan } from "../model";
import { firstAsk, requestOf, type Ask } from "./ask";

/** What is asked and what came of it, both kept through restarts; how to make a plan and how to train by it. */
export function useProposal() {
  const me = useMe();
  const { phone } = useSync();
  const textOf = useProblemText();
  const [asked, setAsked, ready] = useKept<Ask | null>("train.ask", null);
  const [proposed, setProposed, known] = useKept<string | null>("train.proposed", null);
  const [answer, setAnswer] = useState<Plan | null>(null);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const record = useRecord("training_plan", proposed ?? "") as Plan | null | undefined;
  const plan = proposed === null ? null : (record ?? (answer?.id === proposed ? answer : null));
  const ask = asked ?? firstAsk(me);

  const doing = async (work: () => Promise<void>) => {
    setBusy(true);
    setError(null);
    try {
      await work();
    } catch (failure) {
      setError(textOf(failure));
    } finally {
      setBusy(false);
    }
  };

  /** Forget a proposal that nobody trains by. */
  const drop = async () => {
    if (proposed && phone?.view("training_plan", proposed)?.status === "proposed") await phone.delete("training_plan", proposed);
    setProposed(null);
  };

  const make = () =>
    doing(async () => {
      const made = await ok(api.POST("/api/workouts/plans/generate", { body: requestOf(ask, newId()) }));
      await drop();
      setAnswer(made);
      setProposed(made.id);
      await phone?.sync().catch(() => undefined); // it comes down by itself later
    });

  const activate = () =>
    doing(async () => {
      if (!phone || !plan) return;
      if (!phone.view("training_plan", plan.id)) await phone.sync();
      await phone.edit("training_plan", plan.id, { status: "active" });
      setProposed(null);
      setAsked(null);
      router.replace("/plan");
    });

  return { ask, change: (changes: Partial<Ask>) => setAsked({ ...ask, ...changes }), plan, ready: ready && known && !!phone && me !== null, busy, error, make, activate, drop };
}

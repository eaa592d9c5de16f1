import { useState } from "react";
import type { Address } from "@/api/codes";
import { useProblemText } from "@/api/problem-text";
import { asksForFactor, enter, type SignedIn } from "./requests";

/** `purpose`: what a code that was sent is for. */
export type Step =
  | { name: "address" }
  | { name: "code"; address: Address; purpose: "sign_in" | "register"; wait: number }
  | { name: "password" }
  | { name: "register" }
  | { name: "forgot" }
  | { name: "reset"; address: Address }
  | { name: "factor"; token: string };

export type SignIn = ReturnType<typeof useSignIn>;

/** Where somebody is on the way in. What they typed as an address goes with them from step to step. */
export function useSignIn() {
  const [step, setStep] = useState<Step>({ name: "address" });
  const [typed, setTyped] = useState("");
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const textOf = useProblemText();

  const go = (next: Step) => {
    setError(null);
    setStep(next);
  };
  const run = async (task: () => Promise<void>) => {
    setBusy(true);
    setError(null);
    try {
      await task();
    } catch (failure) {
      setError(textOf(failure));
    } finally {
      setBusy(false);
    }
  };
  const take = async (answer: SignedIn) => {
    if (asksForFactor(answer)) go({ name: "factor", token: answer.mfa_token });
    else await enter(answer);
  };
  return { step, typed, setTyped, busy, error, setError, go, run, take };
}

import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { sendCode } from "@/api/codes";
import { Button } from "@/ui";
import { CodeField, isCode } from "./code-field";
import { Form } from "./form";
import { verifyCode } from "./requests";
import type { SignIn, Step } from "./use-sign-in";

export function CodeForm({ signIn, step }: { signIn: SignIn; step: Extract<Step, { name: "code" }> }) {
  const { t } = useTranslation();
  const [code, setCode] = useState("");
  const [wrong, setWrong] = useState(false);
  const [wait, restart] = useCountdown(step.wait);
  const { address, purpose } = step;
  const verify = (typed: string) => {
    setWrong(!isCode(typed));
    if (isCode(typed)) void signIn.run(async () => signIn.take(await verifyCode(address, typed, purpose)));
  };
  const again = () => void signIn.run(async () => restart((await sendCode(address)).retry_after));
  const change = (typed: string) => {
    setCode(typed);
    if (isCode(typed)) verify(typed);
  };
  const below = <Button variant="quiet" disabled={wait > 0} label={wait > 0 ? t("auth.againIn", { seconds: wait }) : t("auth.again")} onPress={again} />;
  return (
    <Form signIn={signIn} title={t("auth.codeTitle")} text={t("auth.codeSent", { address: "email" in address ? address.email : address.phone })} action={t("auth.signIn")} onSubmit={() => verify(code)} below={below}>
      <CodeField value={code} onChange={change} error={wrong ? t("auth.needCode") : undefined} onSubmit={() => verify(code)} />
    </Form>
  );
}

function useCountdown(first: number): [left: number, restart: (seconds: number) => void] {
  const [left, setLeft] = useState(first);
  useEffect(() => {
    if (left <= 0) return;
    const timer = setTimeout(() => setLeft(left - 1), 1000);
    return () => clearTimeout(timer);
  }, [left]);
  return [left, setLeft];
}

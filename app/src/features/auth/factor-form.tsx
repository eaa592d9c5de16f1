import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button, Field } from "@/ui";
import { CodeField, isCode } from "./code-field";
import { Form } from "./form";
import { verifyFactor } from "./requests";
import type { SignIn } from "./use-sign-in";

export function FactorForm({ signIn, token }: { signIn: SignIn; token: string }) {
  const { t } = useTranslation();
  const [recovering, setRecovering] = useState(false);
  const [code, setCode] = useState("");
  const [tried, setTried] = useState(false);
  const good = recovering ? code.trim().length > 0 : isCode(code);
  const submit = () => {
    setTried(true);
    if (!good) return;
    const factor = recovering ? { recovery_code: code.trim() } : { code };
    void signIn.run(async () => signIn.take(await verifyFactor({ mfa_token: token, ...factor })));
  };
  const turn = () => {
    setRecovering(!recovering);
    setCode("");
    setTried(false);
  };
  const below = <Button variant="quiet" label={recovering ? t("auth.authenticator") : t("auth.recovery")} onPress={turn} />;
  return (
    <Form signIn={signIn} title={t("auth.factorTitle")} text={recovering ? undefined : t("auth.factorText")} action={t("auth.signIn")} onSubmit={submit} below={below}>
      {recovering ? (
        <Field label={t("auth.recoveryCode")} value={code} onChangeText={setCode} autoCapitalize="none" autoCorrect={false} error={tried && !good ? t("auth.needCode") : undefined} onSubmitEditing={submit} />
      ) : (
        <CodeField value={code} onChange={setCode} error={tried && !good ? t("auth.needCode") : undefined} onSubmit={submit} />
      )}
    </Form>
  );
}

import { useState } from "react";
import { useTranslation } from "react-i18next";
import { forgotPassword, type Address } from "@/api/codes";
import { Field } from "@/ui";
import { AddressField } from "./address-field";
import { CodeField, isCode } from "./code-field";
import { Form } from "./form";
import { addressOf, logIn, resetPassword } from "./requests";
import type { SignIn } from "./use-sign-in";

export function ForgotForm({ signIn }: { signIn: SignIn }) {
  const { t } = useTranslation();
  const [wrong, setWrong] = useState(false);
  const submit = () => {
    const address = addressOf(signIn.typed);
    setWrong(!address);
    if (!address) return;
    void signIn.run(async () => {
      await forgotPassword(address);
      signIn.go({ name: "reset", address });
    });
  };
  return (
    <Form signIn={signIn} title={t("auth.forgotTitle")} text={t("auth.forgotText")} action={t("auth.sendCode")} onSubmit={submit}>
      <AddressField signIn={signIn} error={wrong ? t("auth.needAddress") : undefined} onSubmit={submit} />
    </Form>
  );
}

export function ResetForm({ signIn, address }: { signIn: SignIn; address: Address }) {
  const { t } = useTranslation();
  const [code, setCode] = useState("");
  const [password, setPassword] = useState("");
  const [tried, setTried] = useState(false);
  const submit = () => {
    setTried(true);
    if (!isCode(code) || !password) return;
    void signIn.run(async () => {
      await resetPassword(address, code, password);
      await signIn.take(await logIn(address, password));
    });
  };
  return (
    <Form signIn={signIn} title={t("auth.resetTitle")} text={t("auth.codeSent", { address: signIn.typed })} action={t("auth.reset")} onSubmit={submit}>
      <CodeField value={code} onChange={setCode} error={tried && !isCode(code) ? t("auth.needCode") : undefined} onSubmit={submit} />
      <Field
        label={t("auth.newPassword")}
        hint={t("auth.passwordHint")}
        error={tried && !password ? t("auth.needPassword") : undefined}
        value={password}
        onChangeText={setPassword}
        secureTextEntry
        autoCapitalize="none"
        autoComplete="new-password"
        onSubmitEditing={submit}
      />
    </Form>
  );
}

import { useState } from "react";
import { useTranslation } from "react-i18next";
import { sendCode } from "@/api/codes";
import { Button } from "@/ui";
import { AddressField } from "./address-field";
import { Form, Or } from "./form";
import { addressOf } from "./requests";
import { SocialButtons } from "./social-buttons";
import type { SignIn } from "./use-sign-in";

export function AddressForm({ signIn }: { signIn: SignIn }) {
  const { t } = useTranslation();
  const [wrong, setWrong] = useState(false);
  const send = () => {
    const address = addressOf(signIn.typed);
    setWrong(!address);
    if (!address) return;
    void signIn.run(async () => {
      const sent = await sendCode(address);
      signIn.go({ name: "code", address, purpose: "sign_in", wait: sent.retry_after });
    });
  };
  const below = (
    <>
      <Or />
      <SocialButtons signIn={signIn} />
      <Button variant="plain" label={t("auth.usePassword")} onPress={() => signIn.go({ name: "password" })} />
    </>
  );
  return (
    <Form signIn={signIn} title={t("auth.welcome")} action={t("auth.sendCode")} onSubmit={send} below={below}>
      <AddressField signIn={signIn} hint={t("auth.addressHint")} error={wrong ? t("auth.needAddress") : undefined} onSubmit={send} />
    </Form>
  );
}

import { useState } from "react";
import { useTranslation } from "react-i18next";
import { register } from "@/api/codes";
import { Button, Field } from "@/ui";
import { AddressField } from "./address-field";
import { Form } from "./form";
import { addressOf, logIn } from "./requests";
import type { SignIn } from "./use-sign-in";

/** `anew`: the password is chosen here, and becomes valid with the code that is sent. */
export function PasswordForm({ signIn, anew = false }: { signIn: SignIn; anew?: boolean }) {
  const { t } = useTranslation();
  const [password, setPassword] = useState("");
  const [tried, setTried] = useState(false);
  const address = addressOf(signIn.typed);
  const submit = () => {
    setTried(true);
    if (!address || !password) return;
    void signIn.run(async () => {
      if (!anew) return signIn.take(await logIn(address, password));
      const sent = await register(address, password);
      signIn.go({ name: "code", address, purpose: "register", wait: sent.retry_after });
    });
  };
  const below = anew ? (
    <Button variant="quiet" label={t("auth.passwordTitle")} onPress={() => signIn.go({ name: "password" })} />
  ) : (
    <>
      <Button variant="quiet" label={t("auth.forgot")} onPress={() => signIn.go({ name: "forgot" })} />
      <Button variant="quiet" label={t("auth.registerTitle")} onPress={() => signIn.go({ name: "register" })} />
    </>
  );
  return (
    <Form signIn={signIn} title={anew ? t("auth.registerTitle") : t("auth.passwordTitle")} action={anew ? t("auth.register") : t("auth.signIn")} onSubmit={submit} below={below}>
      <AddressField signIn={signIn} error={tried && !address ? t("auth.needAddress") : undefined} />
      <Field
        label={anew ? t("auth.newPassword") : t("auth.password")}
        hint={anew ? t("auth.passwordHint") : undefined}
        error={tried && !password ? t("auth.needPassword") : undefined}
        value={password}
        onChangeText={setPassword}
        secureTextEntry
        autoCapitalize="none"
        autoComplete={anew ? "new-password" : "current-password"}
        returnKeyType="go"
        onSubmitEditing={submit}
      />
    </Form>
  );
}

import { useTranslation } from "react-i18next";
import { Field } from "@/ui";
import type { SignIn } from "./use-sign-in";

/** Kept through all steps: nobody types it twice. */
export function AddressField({ signIn, hint, error, onSubmit }: { signIn: SignIn; hint?: string; error?: string; onSubmit?: () => void }) {
  const { t } = useTranslation();
  return (
    <Field
      label={t("auth.address")}
      hint={hint}
      error={error}
      value={signIn.typed}
      onChangeText={signIn.setTyped}
      autoCapitalize="none"
      autoCorrect={false}
      autoComplete="username"
      inputMode="email"
      returnKeyType="go"
      onSubmitEditing={onSubmit}
    />
  );
}

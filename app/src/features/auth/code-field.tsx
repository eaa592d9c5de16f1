import { useTranslation } from "react-i18next";
import { Field } from "@/ui";

const DIGITS = 6;
export const isCode = (text: string): boolean => /^\d{6}$/.test(text);

export function CodeField({ value, onChange, error, onSubmit }: { value: string; onChange: (code: string) => void; error?: string; onSubmit: () => void }) {
  const { t } = useTranslation();
  return (
    <Field
      label={t("auth.code")}
      value={value}
      onChangeText={(text) => onChange(text.replace(/\D/g, "").slice(0, DIGITS))}
      error={error}
      inputMode="numeric"
      autoComplete="one-time-code"
      textContentType="oneTimeCode"
      autoFocus
      onSubmitEditing={onSubmit}
      returnKeyType="go"
    />
  );
}

import { useTranslation } from "react-i18next";
import { Field } from "@/ui";

export const isCode = (text: string): boolean => /^\d{6}$/.test(text);

export function CodeField({ value, error, onChange, onSubmit }: { value: string; error?: string; onChange: (code: string) => void; onSubmit: () => void }) {
  const { t } = useTranslation();
  return <Field label={t("auth.code")} value={value} onChangeText={(text) => onChange(text.replace(/\D/g, "").slice(0, 6))} error={error} inputMode="numeric" autoComplete="one-time-code" textContentType="oneTimeCode" autoFocus onSubmitEditing={onSubmit} />;
}

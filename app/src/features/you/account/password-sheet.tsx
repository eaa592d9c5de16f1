import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { forgotPassword, type Address } from "@/api/codes";
import { keys } from "@/api/keys";
import { useProblemText } from "@/api/problem-text";
import { ApiError } from "@/api/client";
import { useSpoken } from "@/lib/spoken";
import { Button, ErrorText, Field, Sheet, Txt, useToast } from "@/ui";
import { CodeField, isCode } from "./code-field";
import { setPassword, verifyFactor } from "./requests";

/** A new password by a code that is sent; every other session ends. */
export function PasswordSheet({ to, onClose }: { to: Address; onClose: () => void }) {
  const { t } = useTranslation();
  const words = useProblemText();
  const spoken = useSpoken();
  const tell = useToast();
  const client = useQueryClient();
  const [code, setCode] = useState("");
  const [password, setTyped] = useState("");
  const [factor, setFactor] = useState("");
  const done = () => {
    void client.invalidateQueries({ queryKey: keys.devices() });
    tell({ text: t("you.security.passwordDone") });
    onClose();
  };
  const send = useMutation({ mutationFn: () => forgotPassword(to) });
  const set = useMutation({ mutationFn: () => setPassword(to, code, password), onSuccess: (token) => (token ? undefined : done()) });
  const verify = useMutation({ mutationFn: () => verifyFactor(set.data ?? "", factor), onSuccess: done });
  const address = Object.values(to)[0];
  const failure = set.error instanceof ApiError ? set.error : null;
  const refused = failure?.field("password");
  const atPassword = refused && spoken(refused);
  const submit = () => isCode(code) && password && set.mutate();
  if (set.data)
    return (
      <Sheet open title={t("auth.factorTitle")} close={t("common.close")} onClose={onClose}>
        <Txt className="text-muted">{t("auth.factorText")}</Txt>
        <CodeField value={factor} onChange={setFactor} error={verify.error ? words(verify.error) : undefined} onSubmit={() => verify.mutate()} />
        <Button label={t("you.security.confirm")} disabled={!isCode(factor)} busy={verify.isPending} onPress={() => verify.mutate()} />
      </Sheet>
    );
  return (
    <Sheet open title={t("you.security.password")} close={t("common.close")} onClose={onClose}>
      {send.isSuccess ? (
        <>
          <Txt className="text-muted">{t("auth.codeSent", { address })}</Txt>
          <CodeField value={code} onChange={setCode} error={set.error && !atPassword ? words(set.error) : undefined} onSubmit={submit} />
          <Field label={t("auth.newPassword")} hint={t("auth.passwordHint")} error={atPassword} value={password} onChangeText={setTyped} secureTextEntry autoCapitalize="none" autoComplete="new-password" onSubmitEditing={submit} />
          <Button label={t("auth.reset")} disabled={!isCode(code) || !password} busy={set.isPending} onPress={submit} />
        </>
      ) : (
        <>
          <Txt>{t("you.security.passwordHow", { address })}</Txt>
          {send.error ? <ErrorText>{words(send.error)}</ErrorText> : null}
          <Button label={t("auth.sendCode")} busy={send.isPending} onPress={() => send.mutate()} />
        </>
      )}
    </Sheet>
  );
}

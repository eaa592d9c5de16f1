import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { sendCode } from "@/api/codes";
import { useProblemText } from "@/api/problem-text";
import { useSync } from "@/sync/provider";
import { Button, Field, Sheet, Txt, useToast } from "@/ui";
import { CodeField, isCode } from "./code-field";
import { addAddress, type Way } from "./requests";

/** Another address to sign in by: a code goes to it, and makes it one's own. */
export function AddressSheet({ way, onClose }: { way: Way; onClose: () => void }) {
  const { t } = useTranslation();
  const words = useProblemText();
  const tell = useToast();
  const { syncNow } = useSync();
  const [typed, setTyped] = useState("");
  const [code, setCode] = useState("");
  const to = way === "email" ? { email: typed.trim() } : { phone: typed.trim() };
  const send = useMutation({ mutationFn: () => sendCode(to) });
  const add = useMutation({
    mutationFn: () => addAddress(to, code),
    onSuccess: () => {
      syncNow();
      tell({ text: t("you.security.added") });
      onClose();
    },
  });
  const sent = send.isSuccess;
  const good = way === "email" ? typed.includes("@") : /\d{4,}/.test(typed.replace(/[\s()./-]/g, ""));
  const submit = () => (sent ? isCode(code) && add.mutate() : good && send.mutate());
  const error = send.error ?? add.error;
  return (
    <Sheet open title={t(`you.security.${way}Title`)} close={t("common.close")} onClose={onClose}>
      <Txt className="text-muted">{sent ? t("auth.codeSent", { address: typed.trim() }) : t("you.security.addText")}</Txt>
      {sent ? (
        <CodeField value={code} onChange={setCode} error={error ? words(error) : undefined} onSubmit={submit} />
      ) : (
        <Field label={t(`you.security.${way}`)} value={typed} onChangeText={setTyped} error={error ? words(error) : undefined} inputMode={way === "email" ? "email" : "tel"} autoComplete={way === "email" ? "email" : "tel"} autoCapitalize="none" autoCorrect={false} autoFocus onSubmitEditing={submit} />
      )}
      <Button label={t(sent ? "you.security.confirm" : "auth.sendCode")} disabled={sent ? !isCode(code) : !good} busy={send.isPending || add.isPending} onPress={submit} />
    </Sheet>
  );
}

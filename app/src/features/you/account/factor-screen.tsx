import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { View } from "react-native";
import { keys } from "@/api/keys";
import { useProblemText } from "@/api/problem-text";
import { useOnline } from "@/lib/use-online";
import { Button, Card, ErrorText, Field, Icon, Skeleton, Txt, useToast } from "@/ui";
import { ShieldCheck } from "@/ui/icons";
import { Part } from "../parts/part";
import { Retry } from "../parts/retry";
import { CodeField, isCode } from "./code-field";
import { CopyText } from "./copy-text";
import { QrCode } from "./qr-code";
import { RecoveryCard } from "./recovery-card";
import { confirm, enrol, factorQuery, switchOff } from "./requests";

/** Codes of an authenticator app: switched on by one, off by one. */
export function FactorScreen() {
  const { t } = useTranslation();
  const client = useQueryClient();
  const asked = useQuery(factorQuery);
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const changed = () => void client.invalidateQueries({ queryKey: keys.factor() });
  const begun = (made: readonly string[]) => {
    setCodes(made);
    changed();
  };
  return (
    <Part title={t("you.factor.title")} text={t("you.factor.text")} above="/you/security">
      {codes ? <RecoveryCard codes={codes} onDone={() => setCodes(null)} /> : asked.data ? asked.data.on ? <On left={asked.data.recovery_codes_left} onChange={changed} /> : <Off onConfirm={begun} /> : asked.isError ? <Retry onPress={() => void asked.refetch()} /> : <Skeleton label={t("common.loading")} heights={[160]} />}
    </Part>
  );
}

function Off({ onConfirm }: { onConfirm: (codes: readonly string[]) => void }) {
  const { t } = useTranslation();
  const words = useProblemText();
  const online = useOnline();
  const [code, setCode] = useState("");
  const start = useMutation({ mutationFn: enrol });
  const finish = useMutation({ mutationFn: () => confirm(code), onSuccess: (answer) => onConfirm(answer.recovery_codes) });
  const submit = () => isCode(code) && finish.mutate();
  if (!start.data)
    return (
      <Card>
        <Txt>{t("you.factor.how")}</Txt>
        {start.error ? <ErrorText>{words(start.error)}</ErrorText> : null}
        <Button label={t("you.factor.start")} disabled={!online} busy={start.isPending} onPress={() => start.mutate()} />
        {online ? null : <Txt kind="small">{t("you.needsNetwork")}</Txt>}
      </Card>
    );
  return (
    <>
      <Card title={t("you.factor.scan")}>
        <QrCode text={start.data.otpauth_url} label={t("you.factor.qr")} />
        <Txt kind="small">{t("you.factor.orType")}</Txt>
        <CopyText text={start.data.secret} shown={start.data.secret.replace(/(.{4})/g, "$1 ").trim()} />
      </Card>
      <Card title={t("you.factor.confirm")}>
        <CodeField value={code} onChange={setCode} error={finish.error ? words(finish.error) : undefined} onSubmit={submit} />
        <Button label={t("you.factor.switchOn")} disabled={!isCode(code)} busy={finish.isPending} onPress={submit} />
      </Card>
    </>
  );
}

function On({ left, onChange }: { left: number; onChange: () => void }) {
  const { t } = useTranslation();
  const words = useProblemText();
  const tell = useToast();
  const online = useOnline();
  const [asking, setAsking] = useState(false);
  const [typed, setTyped] = useState("");
  const off = useMutation({
    mutationFn: () => switchOff(typed),
    onSuccess: () => {
      tell({ text: t("you.factor.switchedOff") });
      onChange();
    },
  });
  return (
    <Card>
      <View className="flex-row items-center gap-3">
        <Icon of={ShieldCheck} tone="brand" />
        <View className="flex-1">
          <Txt kind="strong">{t("you.factor.on")}</Txt>
          <Txt kind="small">{t("you.factor.left", { count: left })}</Txt>
        </View>
      </View>
      {asking ? (
        <>
          <Field label={t("you.factor.codeOrRecovery")} value={typed} onChangeText={setTyped} error={off.error ? words(off.error) : undefined} autoCapitalize="none" autoCorrect={false} autoFocus autoComplete="one-time-code" onSubmitEditing={() => off.mutate()} />
          <Button variant="danger" label={t("you.factor.switchOff")} disabled={typed.trim().length < 6} busy={off.isPending} onPress={() => off.mutate()} />
          <Button variant="quiet" label={t("common.cancel")} onPress={() => setAsking(false)} />
        </>
      ) : (
        <Button variant="plain" label={t("you.factor.switchOff")} disabled={!online} onPress={() => setAsking(true)} />
      )}
    </Card>
  );
}

import { useMutation, useQuery } from "@tanstack/react-query";
import { router } from "expo-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useProblemText } from "@/api/problem-text";
import { useOnline } from "@/lib/use-online";
import { useSync } from "@/sync/provider";
import { leaveDevice } from "@/sync/sign-out";
import { Button, Card, ErrorText, Field, Txt } from "@/ui";
import { Bullets } from "../parts/bullets";
import { Part } from "../parts/part";
import { factorQuery } from "../account/requests";
import { eraseMe } from "./requests";

const LEAST_CODE = 6;

/** Erase oneself: what goes, a word to type, the second factor where it is on; then this device forgets too. */
export function EraseScreen() {
  const { t } = useTranslation();
  const words = useProblemText();
  const online = useOnline();
  const { phone } = useSync();
  const factor = useQuery(factorQuery).data;
  const [typed, setTyped] = useState("");
  const [code, setCode] = useState("");
  const word = t("you.erase.word");
  const meant = typed.trim().toLocaleUpperCase() === word;
  const ready = meant && !!factor && (!factor.on || code.trim().length >= LEAST_CODE);
  const erase = useMutation({
    mutationFn: async () => {
      await eraseMe(factor?.on ? code : "");
      await leaveDevice(phone);
    },
  });
  return (
    <Part title={t("you.erase.title")} text={t("you.erase.text")}>
      <Card title={t("you.erase.what")}>
        <Bullets items={[t("you.erase.records"), t("you.erase.photos"), t("you.erase.chats"), t("you.erase.account"), t("you.erase.unsent")]} />
        <Txt kind="small">{t("you.erase.never")}</Txt>
        <Button variant="soft" label={t("you.erase.exportFirst")} onPress={() => router.push("/you/export")} />
      </Card>
      <Card title={t("you.erase.confirm")}>
        <Field label={t("you.erase.type", { word })} value={typed} onChangeText={setTyped} autoCapitalize="characters" autoCorrect={false} autoComplete="off" />
        {factor?.on ? <Field label={t("you.factor.codeOrRecovery")} value={code} onChangeText={setCode} autoCapitalize="none" autoCorrect={false} autoComplete="one-time-code" /> : null}
        {erase.error ? <ErrorText>{words(erase.error)}</ErrorText> : null}
        <Button variant="danger" label={t("you.erase.do")} disabled={!ready || !online} busy={erase.isPending} onPress={() => erase.mutate()} />
        {online ? null : <Txt kind="small">{t("you.needsNetwork")}</Txt>}
      </Card>
    </Part>
  );
}

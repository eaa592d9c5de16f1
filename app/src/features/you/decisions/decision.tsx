import { useState } from "react";
import { useTranslation } from "react-i18next";
import { View } from "react-native";
import { useSpoken } from "@/lib/spoken";
import type { Phone } from "@/sync/phone";
import { useRecords } from "@/sync/provider";
import type { Shown } from "@/sync/records";
import { Button, Card, Txt } from "@/ui";
import { Bullets } from "../parts/bullets";
import { Copies } from "./copies";
import { rowsOf } from "./rows";
import { emptyOf, fieldsOf, titleOf, useTools } from "./words";

/** The request was wrong as a whole, or too large: it would be refused again. */
const HOPELESS: readonly (number | undefined)[] = [400, 413];

/** One thing that the server did not take: what it is, how the copies differ, and what can be done. Nothing is dropped unasked. */
export function Decision({ phone, shown }: { phone: Phone; shown: Shown }) {
  const { t } = useTranslation();
  const tools = useTools();
  const { op, result } = shown;
  const { kind, id, action } = op;
  const mine = action === "delete" ? null : (op.body ?? {});
  // What is there now; while something newer of the person's own waits, what was there when it was not taken.
  const there = useRecords([kind], (device) => (device.isWaiting(kind, id) ? (result.deleted ? null : (result.body ?? null)) : device.view(kind, id))) ?? null;
  const isRefused = result.status === "rejected";
  const rows = rowsOf(mine && fieldsOf(kind, mine, tools), there && fieldsOf(kind, there, tools), {
    partial: action === "create",
    empty: emptyOf(tools),
    another: (value) => t("decisions.another", { value }),
  });
  const title = titleOf(kind, id, { ...there, ...mine }, tools);
  const name = tools.said(`decisions.kinds.${kind}`) ?? t("decisions.unnamed");
  return (
    <Card>
      <View>
        {title ? <Txt kind="label">{name}</Txt> : null}
        <Txt kind="heading" level={2}>
          {title || name}
        </Txt>
      </View>
      {isRefused ? <Refused shown={shown} label={(field) => tools.label(kind, field)} /> : <Txt>{t(!mine ? "decisions.deletedHere" : there ? "decisions.both" : "decisions.gone")}</Txt>}
      {mine || there ? <Copies rows={rows} mine={t("decisions.mine")} theirs={t(isRefused ? "decisions.server" : "decisions.theirs")} /> : null}
      <Choices phone={phone} shown={shown} there={there !== null} />
    </Card>
  );
}

/** Why the server did not take it, in its words. */
function Refused({ shown, label }: { shown: Shown; label: (field: string) => string }) {
  const { t } = useTranslation();
  const spoken = useSpoken();
  const { problem } = shown.result;
  const errors = problem?.errors ?? [];
  const reasons = errors.length ? errors.map(({ field, message }) => `${label(field.split(".")[0] ?? field)}: ${spoken(message)}`) : [problem?.detail ? spoken(problem.detail) : t("decisions.noReason")];
  return (
    <View className="gap-1.5">
      <Txt>{t(shown.op.action === "delete" ? "decisions.refusedDelete" : "decisions.refused")}</Txt>
      <Bullets items={[...new Set(reasons)]} />
    </View>
  );
}

function Choices({ phone, shown, there }: { phone: Phone; shown: Shown; there: boolean }) {
  const { t } = useTranslation();
  const [sure, setSure] = useState(false);
  const { op, result } = shown;
  const isRefused = result.status === "rejected";
  const isDeletion = op.action === "delete";
  const drop = () => void phone.discard(shown);
  if (sure)
    return (
      <View className="gap-2">
        <Txt role="alert">{t("decisions.sure")}</Txt>
        <View className="flex-row flex-wrap gap-2">
          <Button variant="danger" label={t("decisions.letGo")} onPress={drop} />
          <Button variant="plain" label={t("common.cancel")} onPress={() => setSure(false)} />
        </View>
      </View>
    );
  // Where the other copy stands beside it, choosing that one is the answer; what is nowhere else is asked about.
  const asks = !isDeletion && (isRefused || !there);
  return (
    <View className="flex-row flex-wrap gap-2">
      {isRefused ? (
        HOPELESS.includes(result.problem?.status) ? null : <Button variant="soft" label={t("decisions.again")} onPress={() => void phone.insist(shown)} />
      ) : (
        <Button variant="soft" label={t(isDeletion ? "decisions.delete" : "decisions.keepMine")} onPress={() => void phone.insist(shown)} />
      )}
      <Button variant="plain" label={t(asks || isRefused ? "decisions.letGo" : isDeletion ? "decisions.keep" : "decisions.keepTheirs")} onPress={asks ? () => setSure(true) : drop} />
    </View>
  );
}

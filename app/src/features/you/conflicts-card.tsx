import { useTranslation } from "react-i18next";
import { View } from "react-native";
import { useRefusal } from "@/lib/spoken";
import { useRecords, useSync } from "@/sync/provider";
import type { Phone } from "@/sync/phone";
import type { Json, Shown } from "@/sync/records";
import { WRITABLE } from "@/sync/writable";
import { Button, Card, Txt } from "@/ui";

/** What the server would not take: both copies side by side, and the person decides. Nothing is dropped. */
export function ConflictsCard() {
  const { t } = useTranslation();
  const { phone } = useSync();
  const shown = useRecords([...WRITABLE.keys()], (device) => [...device.shown]) ?? [];
  if (!phone || !shown.length) return null;
  return (
    <Card title={t("you.conflicts")} className="border-warn">
      {shown.map((each) => (
        <Conflict key={each.op.op_id} phone={phone} shown={each} />
      ))}
    </Card>
  );
}

function Conflict({ phone, shown }: { phone: Phone; shown: Shown }) {
  const { t } = useTranslation();
  const refusal = useRefusal();
  const { op, result } = shown;
  const rejected = result.status === "rejected";
  const text = rejected ? t("you.rejected", { detail: refusal(result.problem) ?? "" }) : result.deleted ? t("you.deletedElsewhere") : t("you.conflict");
  return (
    <View className="gap-2">
      <Txt>{text}</Txt>
      <View className="flex-row gap-3">
        <Copy title={t("you.mine")} body={op.body} />
        {result.body ? <Copy title={t("you.theirs")} body={result.body} /> : null}
      </View>
      <View className="flex-row flex-wrap gap-2">
        {rejected ? null : <Button variant="soft" label={t("you.keepMine")} onPress={() => void phone.insist(shown)} />}
        <Button variant="plain" label={rejected ? t("you.dismiss") : t("you.keepTheirs")} onPress={() => void phone.discard(shown)} />
      </View>
    </View>
  );
}

/** The fields of a record that a person can read. */
function Copy({ title, body }: { title: string; body?: Json | null }) {
  const lines = Object.entries(body ?? {}).filter(([name, value]) => (typeof value === "string" || typeof value === "number") && !/(^|_)id$/.test(name));
  return (
    <View className="flex-1 p-3 rounded-field bg-raised gap-1">
      <Txt kind="label">{title}</Txt>
      {lines.map(([name, value]) => (
        <Txt key={name} className="text-sm">
          {`${name.replaceAll("_", " ")}: ${String(value)}`}
        </Txt>
      ))}
    </View>
  );
}

import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "@/i18n/format";
import { useDay } from "@/lib/use-day";
import { useOnline } from "@/lib/use-online";
import { useMe, useUnits } from "@/sync/me";
import { useRecords, useSync } from "@/sync/provider";
import { Button, Card, ErrorText, SwitchRow, Txt } from "@/ui";
import { Download } from "@/ui/icons";
import { Bullets } from "../parts/bullets";
import { Part } from "../parts/part";
import { exportAll } from "./requests";

const MB = 1e6;

/** All that one has, as a file. */
export function ExportScreen() {
  const { t } = useTranslation();
  const me = useMe();
  const online = useOnline();
  const { syncNow } = useSync();
  const day = useDay(me?.time_zone);
  const format = useFormat(useUnits());
  const [bytes, setBytes] = useState(0);
  const [cycle, setCycle] = useState(false);
  const waiting = useRecords(["user"], (phone) => phone.queue.length) ?? 0;
  const fetched = useMutation({ mutationFn: () => exportAll(day, cycle, setBytes), onMutate: () => setBytes(0) });
  const size = `${format.number(bytes / MB, 1)} MB`;
  return (
    <Part title={t("you.export.title")} text={t("you.export.text")}>
      <Card>
        <Bullets items={[t("you.export.records"), t("you.export.tables"), t("you.export.photos"), t("you.export.again")]} />
        <Txt kind="small">{t("you.export.without")}</Txt>
        {me?.health?.cycle_tracking ? <SwitchRow title={t("you.export.cycle")} value={cycle} onChange={setCycle} /> : null}
        {waiting ? (
          <>
            <Txt kind="small">{t("you.export.waiting", { count: waiting })}</Txt>
            <Button variant="soft" label={t("you.sendNow")} onPress={syncNow} />
          </>
        ) : null}
        <Button icon={Download} label={t("you.export.start")} disabled={!online} busy={fetched.isPending} onPress={() => fetched.mutate()} />
        {online ? null : <Txt kind="small">{t("you.needsNetwork")}</Txt>}
        <Txt role="status" kind="small">
          {fetched.isPending ? t("you.export.coming", { size }) : fetched.isSuccess ? t("you.export.done", { size }) : ""}
        </Txt>
        {fetched.isError ? <ErrorText>{t("you.export.failed")}</ErrorText> : null}
      </Card>
    </Part>
  );
}

import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useProblemText } from "@/api/problem-text";
import { chooseFile, type Chosen } from "@/lib/choose-file";
import { newId } from "@/lib/id";
import { useOnline } from "@/lib/use-online";
import { useSync } from "@/sync/provider";
import { Button, Card, ErrorText, Txt } from "@/ui";
import { Upload } from "@/ui/icons";
import { Part } from "../parts/part";
import { ReportView } from "./report-view";
import { bringIn } from "./requests";

const TYPES = ["application/zip"];

/** Bring an export in: first it is said what would come, then it comes. What is here stays. */
export function ImportScreen() {
  const { t } = useTranslation();
  const words = useProblemText();
  const online = useOnline();
  const { syncNow } = useSync();
  const [file, setFile] = useState<Chosen | null>(null);
  const [id, setId] = useState(newId);
  const look = useMutation({ mutationFn: (chosen: Chosen) => bringIn(chosen, newId(), true) });
  const bring = useMutation({ mutationFn: (chosen: Chosen) => bringIn(chosen, id, false), onSuccess: syncNow });
  const choose = async () => {
    const chosen = await chooseFile(TYPES);
    if (!chosen) return;
    setFile(chosen);
    setId(newId()); // the same file sent again goes on under this id
    bring.reset();
    look.mutate(chosen);
  };
  const report = bring.data ?? look.data;
  const error = bring.error ?? look.error;
  const fresh = Object.values(report?.counts ?? {}).reduce((sum, each) => sum + each.new, 0);
  return (
    <Part title={t("you.import.title")} text={t("you.import.text")}>
      <Card>
        <Button variant={look.data ? "soft" : "primary"} icon={Upload} label={t(file ? "you.import.another" : "you.import.choose")} disabled={!online} busy={look.isPending} onPress={() => void choose()} />
        {online ? null : <Txt kind="small">{t("you.needsNetwork")}</Txt>}
        {file ? <Txt kind="small">{file.name}</Txt> : null}
        <Txt kind="small">{t("you.import.stays")}</Txt>
      </Card>
      {error ? <ErrorText>{words(error)}</ErrorText> : null}
      {report ? <ReportView report={report} done={!!bring.data} /> : null}
      {look.data && !bring.data && file ? <Button label={fresh ? t("you.import.bring", { count: fresh }) : t("you.import.nothing")} disabled={!fresh || !online} busy={bring.isPending} onPress={() => bring.mutate(file)} /> : null}
    </Part>
  );
}

import { useTranslation } from "react-i18next";
import { Button, Card, Txt, useToast } from "@/ui";
import { Download } from "@/ui/icons";
import { saveText } from "@/lib/save-file";
import { CopyText } from "./copy-text";

/** The recovery codes, this once. */
export function RecoveryCard({ codes, onDone }: { codes: readonly string[]; onDone: () => void }) {
  const { t } = useTranslation();
  const tell = useToast();
  const text = codes.join("\n");
  const save = () => saveText("fitzen-recovery-codes.txt", `${t("you.factor.fileHead")}\n\n${text}\n`).catch(() => tell({ text: t("common.failed") }));
  return (
    <Card title={t("you.factor.codes")}>
      <Txt>{t("you.factor.codesText")}</Txt>
      <CopyText text={text} />
      <Button variant="soft" icon={Download} label={t("you.factor.save")} onPress={() => void save()} />
      <Button label={t("you.factor.kept")} onPress={onDone} />
    </Card>
  );
}

import { useTranslation } from "react-i18next";
import type { Schemas } from "@/api/client";
import { Sheet, Txt } from "@/ui";

export function SourceSheet({ source, onClose }: { source: Schemas["Source"]; onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <Sheet open title={source.label} close={t("common.close")} onClose={onClose}>
      <Txt>{source.ref}</Txt>
    </Sheet>
  );
}

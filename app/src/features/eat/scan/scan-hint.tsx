import { useTranslation } from "react-i18next";
import { Txt } from "@/ui";

export function ScanHint() {
  const { t } = useTranslation();
  return (
    <Txt kind="small" className="text-center">
      {t("eat.scanHint")}
    </Txt>
  );
}

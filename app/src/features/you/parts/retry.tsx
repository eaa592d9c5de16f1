import { useTranslation } from "react-i18next";
import { Button, Card, Txt } from "@/ui";

/** Nothing is known yet, and nothing came. */
export function Retry({ onPress }: { onPress: () => void }) {
  const { t } = useTranslation();
  return (
    <Card>
      <Txt>{t("common.unreachable")}</Txt>
      <Button variant="soft" label={t("common.retry")} onPress={onPress} />
    </Card>
  );
}

import { useTranslation } from "react-i18next";
import { useSync } from "@/sync/provider";
import { Button, Card, Screen, Skeleton, Txt } from "@/ui";

/** Between signing in and the first records. */
export function Opening() {
  const { t } = useTranslation();
  const { state, syncNow } = useSync();
  if (state !== "offline" && state !== "closed")
    return (
      <Screen>
        <Skeleton label={t("common.opening")} heights={[40, 180, 120, 160]} />
      </Screen>
    );
  return (
    <Screen narrow>
      <Card>
        <Txt role="alert">{t(state === "closed" ? "common.closed" : "common.unreachable")}</Txt>
        <Button label={t("common.retry")} onPress={syncNow} />
      </Card>
    </Screen>
  );
}

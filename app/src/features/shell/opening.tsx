import { useTranslation } from "react-i18next";
import { useSync } from "@/sync/provider";
import { Button, Card, Screen, Skeleton, Txt } from "@/ui";

/** Between signing in and the first records. */
export function Opening() {
  const { t } = useTranslation();
  const { state, syncNow } = useSync();
  const isClosed = state === "closed";
  if (state !== "offline" && !isClosed)
    return (
      <Screen>
        <Skeleton label={t("common.opening")} heights={[40, 180, 120, 160]} />
      </Screen>
    );
  return (
    <Screen narrow>
      <Card role="alert">
        <Txt kind="strong" level={1}>
          {t(isClosed ? "common.closedTitle" : "common.unreachable")}
        </Txt>
        {isClosed ? <Txt>{t("common.closed")}</Txt> : null}
        <Button label={t("common.retry")} onPress={syncNow} />
      </Card>
    </Screen>
  );
}

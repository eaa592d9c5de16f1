import { useMemo, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { View } from "react-native";
import { useIsFailing, useSync } from "@/sync/provider";
import { Button, NoticeProvider, Txt } from "@/ui";

/** Tells, wherever the person is, that the device does not save what they do, for as long as it does not. */
export function NotKept({ children }: { children: ReactNode }) {
  const isFailing = useIsFailing();
  return <NoticeProvider notice={useMemo(() => (isFailing ? <Told /> : null), [isFailing])}>{children}</NoticeProvider>;
}

function Told() {
  const { t } = useTranslation();
  const { state, syncNow } = useSync();
  return (
    <View role="alert" className="bg-warn-soft px-5 py-3 flex-row flex-wrap items-center justify-center gap-x-4 gap-y-2">
      <Txt className="shrink text-warn">{t("common.notKept")}</Txt>
      <Button variant="plain" label={t("common.retry")} busy={state === "syncing"} onPress={syncNow} />
    </View>
  );
}

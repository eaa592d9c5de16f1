import { useTranslation } from "react-i18next";
import { View } from "react-native";
import { store } from "@/lib/health";
import { HEALTH_KINDS, type HealthKind } from "@/lib/health/types";
import { Button, Card, SwitchRow, Txt } from "@/ui";
import { useHealth } from "./use-health";

/** Which kinds are read and written, when that was last done, and what the system refuses. */
export function HealthCard() {
  const { t, i18n } = useTranslation();
  const { state, kept, refused, busy, failed, turn, readNow } = useHealth();
  if (!store.name || state === "none")
    return (
      <Card title={t("device.health")}>
        <Txt>{t("device.healthNone")}</Txt>
      </Card>
    );
  if (state === "update")
    return (
      <Card title={t(`device.${store.name}`)}>
        <Txt>{t("device.healthUpdate")}</Txt>
        <Button variant="soft" label={t("device.openSettings")} onPress={store.openSettings} />
      </Card>
    );
  const rows = (way: "read" | "write") =>
    HEALTH_KINDS.map((kind: HealthKind, place) => {
      const on = !!kept?.[way].includes(kind);
      return <SwitchRow key={kind} first={place === 0} title={t(`device.kinds.${kind}`)} detail={on && refused[way].includes(kind) ? t("device.refused") : undefined} value={on} disabled={!kept} onChange={(next) => turn(way, kind, next)} />;
    });
  const when = kept?.lastRead ? new Date(kept.lastRead).toLocaleString(i18n.language, { dateStyle: "medium", timeStyle: "short" }) : null;
  return (
    <Card title={t(`device.${store.name}`)}>
      <Txt kind="small">{t("device.healthWhy")}</Txt>
      <View role="group" aria-label={t("device.read")}>
        <Txt kind="label">{t("device.read")}</Txt>
        {rows("read")}
      </View>
      <View role="group" aria-label={t("device.write")}>
        <Txt kind="label">{t("device.write")}</Txt>
        {rows("write")}
      </View>
      {kept?.read.length ? (
        <>
          <Txt kind="small" aria-live="polite">
            {failed ? t("device.readFailed") : when ? t("device.lastRead", { when }) : t("device.neverRead")}
          </Txt>
          <Button variant="soft" label={t("device.readNow")} busy={busy} onPress={readNow} />
        </>
      ) : null}
      {refused.read.length || refused.write.length ? <Button variant="quiet" label={t("device.openSettings")} onPress={store.openSettings} /> : null}
    </Card>
  );
}

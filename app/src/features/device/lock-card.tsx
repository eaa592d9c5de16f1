import { useEffect, useState, useSyncExternalStore } from "react";
import { useTranslation } from "react-i18next";
import { canLock, lockAfter, setLockAfter, subscribeLock, unlock } from "@/lib/lock";
import { LOCK_AFTER, type LockAfter } from "@/lib/lock/gate";
import { onShown } from "@/lib/shown";
import { Card, Segmented, SwitchRow, Txt } from "@/ui";

const USUAL: LockAfter = 60;

export function LockCard() {
  const { t } = useTranslation();
  const after = useSyncExternalStore(subscribeLock, lockAfter);
  const [able, setAble] = useState(true);
  useEffect(() => {
    const look = () => void canLock().then(setAble);
    look();
    return onShown(look);
  }, []);
  /** Both ways ask who is there. */
  const turn = async (on: boolean) => {
    if (await unlock(t("device.unlockPrompt"))) await setLockAfter(on ? USUAL : null);
  };
  const options = LOCK_AFTER.map((value) => ({ value: String(value), label: t(`device.lockAfter${value}`) }));
  return (
    <Card title={t("device.lock")}>
      <SwitchRow first title={t("device.lockOn")} detail={able ? t("device.lockHint") : t("device.lockNeedsCode")} value={after !== null} disabled={!able && after === null} onChange={(on) => void turn(on)} />
      {after === null ? null : (
        <>
          <Txt kind="label">{t("device.lockAfter")}</Txt>
          <Segmented label={t("device.lockAfter")} value={String(after)} options={options} onChange={(next) => void setLockAfter(Number(next) as LockAfter)} />
        </>
      )}
    </Card>
  );
}

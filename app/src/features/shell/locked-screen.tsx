import { useState } from "react";
import { useTranslation } from "react-i18next";
import { View } from "react-native";
import { useRecords, useSync } from "@/sync/provider";
import { signOut } from "@/sync/sign-out";
import { WRITABLE } from "@/sync/writable";
import { Button, Icon, Txt } from "@/ui";
import { Lock } from "@/ui/icons";

const ALL_KINDS = [...WRITABLE.keys()];

/** Nobody is locked out: who cannot unlock can sign out, and in again. */
export function LockedScreen({ onUnlock }: { onUnlock: () => void }) {
  const { t } = useTranslation();
  const { phone } = useSync();
  const [leaving, setLeaving] = useState(false);
  const waiting = useRecords(ALL_KINDS, (device) => device.queue.length) ?? 0;
  const leave = () => void signOut(phone);
  return (
    <View className="flex-1 items-center justify-center gap-6 bg-bg p-8">
      <View className="size-20 items-center justify-center rounded-full bg-brand-soft">
        <Icon of={Lock} tone="brand" size={36} />
      </View>
      <Txt kind="title" level={1}>
        {t("device.locked")}
      </Txt>
      {leaving ? (
        <View className="w-full max-w-sm gap-3">
          <Txt className="text-center">{waiting ? t("you.signOutUnsent", { count: waiting }) : t("device.signOutHint")}</Txt>
          <Button variant="danger" label={waiting ? t("you.signOutAnyway") : t("you.signOut")} onPress={leave} />
          <Button variant="quiet" label={t("common.cancel")} onPress={() => setLeaving(false)} />
        </View>
      ) : (
        <View className="w-full max-w-sm gap-3">
          <Button label={t("device.unlock")} onPress={onUnlock} />
          <Button variant="quiet" label={t("you.signOut")} onPress={() => setLeaving(true)} />
        </View>
      )}
    </View>
  );
}

import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ScrollView, View } from "react-native";
import { useLosses, useLossTexts } from "@/sync/losses";
import { useSync } from "@/sync/provider";
import { signOut } from "@/sync/sign-out";
import { Button, Icon, Txt } from "@/ui";
import { Lock } from "@/ui/icons";

/** Nobody is locked out: who cannot unlock can sign out, and in again. */
export function LockedScreen({ onUnlock }: { onUnlock: () => void }) {
  const { t } = useTranslation();
  const [leaving, setLeaving] = useState(false);
  return (
    <ScrollView className="flex-1 bg-bg" contentContainerClassName="grow items-center justify-center gap-6 p-8">
      <View className="size-20 items-center justify-center rounded-full bg-brand-soft">
        <Icon of={Lock} tone="brand" size={36} />
      </View>
      <Txt kind="title" level={1}>
        {t("device.locked")}
      </Txt>
      {leaving ? (
        <Leaving onStay={() => setLeaving(false)} />
      ) : (
        <View className="w-full max-w-sm gap-3">
          <Button label={t("device.unlock")} onPress={onUnlock} />
          <Button variant="quiet" label={t("you.signOut")} onPress={() => setLeaving(true)} />
        </View>
      )}
    </ScrollView>
  );
}

function Leaving({ onStay }: { onStay: () => void }) {
  const { t } = useTranslation();
  const { phone } = useSync();
  const losses = useLosses();
  const lost = useLossTexts(losses);
  return (
    <View className="w-full max-w-sm gap-3">
      <Txt className="text-center">{lost.length ? t("common.losses.title") : t("device.signOutHint")}</Txt>
      {lost.map((text) => (
        <Txt key={text} className="text-center">
          {text}
        </Txt>
      ))}
      <Button variant="danger" label={lost.length ? t("you.signOutAnyway") : t("you.signOut")} busy={!losses} onPress={() => void signOut(phone)} />
      <Button variant="quiet" label={t("common.cancel")} onPress={onStay} />
    </View>
  );
}

import { activateKeepAwakeAsync, deactivateKeepAwake } from "expo-keep-awake";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { Modal, ScrollView, View } from "react-native";
import { useSafeAreaInsets } from "react-native-safe-area-context";
import { Button, IconButton, ProgressBar, Txt } from "@/ui";
import { Check, ChevronEnd, ChevronStart, X } from "@/ui/icons";

const TAG = "cooking";

type Props = { name: string; steps: readonly string[]; ingredients: readonly string[]; onClose: () => void; onDone: () => void };

/** One step at a time in letters that are read from across a kitchen; the screen stays on. First what to get ready. */
export function Cooking({ name, steps, ingredients, onClose, onDone }: Props) {
  const { t } = useTranslation();
  const insets = useSafeAreaInsets();
  const [at, setAt] = useState(0);
  const last = at === steps.length;
  useEffect(() => {
    activateKeepAwakeAsync(TAG).catch(() => undefined); // a browser may refuse: cooking goes on without
    return () => void deactivateKeepAwake(TAG).catch(() => undefined);
  }, []);
  const title = at ? t("kitchen.stepOf", { step: at, steps: steps.length }) : t("kitchen.getReady");
  return (
    <Modal visible animationType="none" onRequestClose={onClose} aria-label={name}>
      <View role="dialog" aria-modal aria-label={name} className="flex-1 bg-bg" style={{ paddingTop: insets.top + 12, paddingBottom: insets.bottom + 16 }}>
        <View className="flex-row items-center gap-3 px-5 w-full max-w-3xl self-center">
          <View className="flex-1">
            <Txt kind="small" numberOfLines={1}>
              {name}
            </Txt>
            <Txt kind="heading" level={1} aria-live="polite">
              {title}
            </Txt>
          </View>
          <IconButton icon={X} label={t("common.close")} onPress={onClose} />
        </View>
        <View className="px-5 pt-3 w-full max-w-3xl self-center">
          <ProgressBar value={at / steps.length} label={t("kitchen.steps")} text={title} />
        </View>
        <ScrollView className="flex-1" contentContainerClassName="px-5 py-8 grow justify-center w-full max-w-3xl self-center gap-3">
          {at === 0 ? (
            <View role="list" className="gap-3">
              {ingredients.map((each, place) => (
                <View role="listitem" key={place}>
                  <Txt className="text-xl leading-8">{each}</Txt>
                </View>
              ))}
            </View>
          ) : (
            <Txt className="text-3xl leading-[44px] font-medium" aria-live="polite">
              {steps[at - 1]}
            </Txt>
          )}
        </ScrollView>
        <View className="flex-row gap-3 px-5 w-full max-w-3xl self-center">
          <IconButton icon={ChevronStart} label={t("kitchen.stepBefore")} disabled={at === 0} onPress={() => setAt(at - 1)} className="size-14" />
          <Button className="flex-1 min-h-14" icon={last ? Check : ChevronEnd} label={last ? t("kitchen.enjoy") : at ? t("common.next") : t("kitchen.begin")} onPress={() => (last ? onDone() : setAt(at + 1))} />
        </View>
      </View>
    </Modal>
  );
}

import type { ReactNode } from "react";
import { Modal, Pressable, ScrollView, View } from "react-native";
import { useReducedMotion } from "./reduced-motion";
import { useSafeAreaInsets } from "react-native-safe-area-context";
import { IconButton } from "./button";
import { X } from "./icons";
import { useNotice } from "./notice";
import { Txt } from "./text";

type Props = { open: boolean; title: string; close: string; onClose: () => void; children: ReactNode };

/** Something to do before going on: from the bottom on a phone, in the middle where there is room. `close` names the button. */
export function Sheet({ open, title, close, onClose, children }: Props) {
  const insets = useSafeAreaInsets();
  const still = useReducedMotion();
  const notice = useNotice();
  return (
    <Modal visible={open} transparent animationType={still ? "none" : "fade"} onRequestClose={onClose} aria-label={title}>
      <View className="flex-1 justify-end md:justify-center md:items-center">
        <Pressable aria-hidden tabIndex={-1} onPress={onClose} className="absolute inset-0 bg-shade" />
        <View role="dialog" aria-modal aria-label={title} className="max-h-[90%] w-full md:w-[480px] bg-card rounded-t-card md:rounded-card">
          <View className="flex-row items-center gap-3 ps-5 pe-3 pt-3">
            <Txt kind="heading" level={2} className="flex-1">
              {title}
            </Txt>
            <IconButton icon={X} label={close} onPress={onClose} className="bg-transparent" />
          </View>
          {notice}
          <ScrollView contentContainerClassName="px-5 pt-2 gap-4" contentContainerStyle={{ paddingBottom: insets.bottom + 20 }} keyboardShouldPersistTaps="handled">
            {children}
          </ScrollView>
        </View>
      </View>
    </Modal>
  );
}

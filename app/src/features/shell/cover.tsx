import type { ReactNode } from "react";
import { Modal } from "react-native";

/** Over everything, sheets too: Android shows the newest dialog on top. */
export const Cover = ({ children }: { children: ReactNode }) => (
  <Modal visible animationType="none" onRequestClose={() => undefined}>
    {children}
  </Modal>
);

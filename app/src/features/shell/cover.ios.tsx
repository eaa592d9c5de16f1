import type { ReactNode } from "react";
import { StyleSheet, View } from "react-native";
import { FullWindowOverlay } from "react-native-screens";

/** Over everything, sheets too: a window of its own. */
export const Cover = ({ children }: { children: ReactNode }) => (
  <FullWindowOverlay>
    <View style={StyleSheet.absoluteFill} accessibilityViewIsModal>
      {children}
    </View>
  </FullWindowOverlay>
);

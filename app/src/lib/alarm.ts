/** Tell that a time is up while the app is in front; behind, a notice does. */

import * as Haptics from "expo-haptics";
import { Vibration } from "react-native";

const PATTERN_MS = [0, 300, 150, 300];

/** Only browsers need to be told by a tap that sound is wanted. */
export function readyAlarm(): void {}

export function ring(): void {
  Vibration.vibrate(PATTERN_MS);
}

/** A small thing was done. */
export const tap = (): void => void Haptics.impactAsync(Haptics.ImpactFeedbackStyle.Medium).catch(() => undefined);

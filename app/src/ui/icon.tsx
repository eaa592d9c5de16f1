import { I18nManager } from "react-native";
import { ChevronEnd, ChevronStart, type LucideIcon } from "./icons";
import { useTone, type Tone } from "./tones";

/** An icon says nothing to a screen reader: what it stands beside does. Those that point are turned round from right to left. */
export function Icon({ of, tone = "ink", size = 22 }: { of: LucideIcon; tone?: Tone; size?: number }) {
  const Drawn = I18nManager.isRTL && of === ChevronEnd ? ChevronStart : I18nManager.isRTL && of === ChevronStart ? ChevronEnd : of;
  return <Drawn size={size} color={useTone(tone)} aria-hidden />;
}

import { useSyncExternalStore } from "react";
import { AccessibilityInfo } from "react-native";

// Nothing moves until the system has said that it may: its answer comes a moment after the start.
let reduced = true;
const listeners = new Set<() => void>();
const set = (value: boolean) => {
  reduced = value;
  listeners.forEach((tell) => tell());
};
void AccessibilityInfo.isReduceMotionEnabled().then(set, () => undefined);
AccessibilityInfo.addEventListener("reduceMotionChanged", set);

const subscribe = (tell: () => void) => {
  listeners.add(tell);
  return () => void listeners.delete(tell);
};

/** Does the person want as little motion as can be? A system's setting. */
export const useReducedMotion = (): boolean => useSyncExternalStore(subscribe, () => reduced);

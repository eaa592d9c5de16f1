import { useMemo } from "react";
import { I18nManager, PanResponder, type GestureResponderHandlers } from "react-native";

const [FAR, STEEP] = [40, 2];

/** Return what makes a view step on a swipe sideways: 1 to what comes after, -1 to what was before. */
export function useSwipe(onStep: (step: 1 | -1) => void): GestureResponderHandlers {
  return useMemo(
    () =>
      PanResponder.create({
        onMoveShouldSetPanResponder: (_, { dx, dy }) => Math.abs(dx) > FAR / 2 && Math.abs(dx) > STEEP * Math.abs(dy),
        onPanResponderRelease: (_, { dx }) => {
          if (Math.abs(dx) >= FAR) onStep(dx < 0 === !I18nManager.isRTL ? 1 : -1);
        },
      }).panHandlers,
    [onStep],
  );
}

import { useSyncExternalStore } from "react";

const query = matchMedia("(prefers-reduced-motion: reduce)");
const subscribe = (tell: () => void) => {
  query.addEventListener("change", tell);
  return () => query.removeEventListener("change", tell);
};

/** Does the person want as little motion as can be? The browser's word for the system's setting. */
export const useReducedMotion = (): boolean => useSyncExternalStore(subscribe, () => query.matches);

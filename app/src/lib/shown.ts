/** Be told when the app comes to the front. */

import { AppState } from "react-native";

export function onShown(listener: () => void): () => void {
  const listening = AppState.addEventListener("change", (state) => state === "active" && listener());
  return () => listening.remove();
}

/** Be told when a network is there again. */

import * as Network from "expo-network";

export function onOnline(listener: () => void): () => void {
  const listening = Network.addNetworkStateListener((state) => state.isInternetReachable && listener());
  return () => listening.remove();
}

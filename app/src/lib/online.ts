/** Be told when a network is there again, or gone. */

import * as Network from "expo-network";

function onNetwork(there: boolean, listener: () => void): () => void {
  const listening = Network.addNetworkStateListener((state) => state.isInternetReachable === there && listener());
  return () => listening.remove();
}

export const onOnline = (listener: () => void): (() => void) => onNetwork(true, listener);
export const onOffline = (listener: () => void): (() => void) => onNetwork(false, listener);

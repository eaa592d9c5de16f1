/** Whether there is a network, as the device says. */

import { useNetworkState } from "expo-network";

export const useOnline = (): boolean => useNetworkState().isInternetReachable !== false;

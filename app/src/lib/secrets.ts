/** What must not be read by other apps: the session, kept by the system's keychain, and in no backup. */

import * as SecureStore from "expo-secure-store";

export const readSecret = (name: string): Promise<string | null> => SecureStore.getItemAsync(name);
export const keepSecret = (name: string, value: string | null): Promise<void> =>
  value === null ? SecureStore.deleteItemAsync(name) : SecureStore.setItemAsync(name, value, { keychainAccessible: SecureStore.AFTER_FIRST_UNLOCK_THIS_DEVICE_ONLY });

/** Pictures of the server that are shown without a network: on a phone expo-image keeps them on disk, by a key that outlives the signed URL. */

import { Image } from "expo-image";
import { useMemo } from "react";

export type Shown = { uri: string; cacheKey?: string };

/** Return what to show a picture by; null where the device does not have it and there is no URL. `key` is the picture's own. */
export function useKeptPicture(_account: string, key: string, url: string | null | undefined): Shown | null {
  return useMemo(() => (url ? { uri: url, cacheKey: key } : null), [key, url]);
}

/** Forget those of an account on this device. */
export async function erasePictures(_account: string): Promise<void> {
  await Promise.all([Image.clearDiskCache(), Image.clearMemoryCache()]);
}

/** Pictures of the server that are shown without a network: a browser's cache of its own, by a key that outlives the signed URL. */

import { useEffect, useState } from "react";

export type Shown = { uri: string; cacheKey?: string };

const nameOf = (account: string) => `pictures.${account}`; // not `fitzen-…`: the service worker forgets those of old builds
const pathOf = (key: string) => `/kept/${key}`;

async function blobOf(account: string, key: string, url: string | null): Promise<Blob | null> {
  const cache = await globalThis.caches?.open(nameOf(account)); // only where the page came safely
  const kept = await cache?.match(pathOf(key));
  if (kept) return kept.blob();
  if (!url) return null;
  const answer = await fetch(url);
  if (!answer.ok) return null;
  await cache?.put(pathOf(key), answer.clone());
  return answer.blob();
}

/** Return what to show a picture by; null where the device does not have it and there is no URL. `key` is the picture's own. */
export function useKeptPicture(account: string, key: string, url: string | null | undefined): Shown | null {
  const [found, setFound] = useState<{ key: string; uri: string } | null>(null);
  const there = found?.key === key;
  const link = url ?? null;
  useEffect(() => {
    if (there) return;
    let current = true;
    void blobOf(account, key, link)
      .then((blob) => (blob ? URL.createObjectURL(blob) : null))
      .catch(() => link) // where files are kept elsewhere a script may not read them; the page can still show them
      .then((uri) => {
        if (current && uri) setFound({ key, uri });
      });
    return () => {
      current = false;
    };
  }, [account, key, link, there]);
  const made = found?.uri;
  useEffect(() => () => void (made?.startsWith("blob:") && URL.revokeObjectURL(made)), [made]);
  return found?.key === key ? { uri: found.uri } : null;
}

/** Forget those of an account on this device. */
export async function erasePictures(account: string): Promise<void> {
  await globalThis.caches?.delete(nameOf(account));
}

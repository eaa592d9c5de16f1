/** The queue of pictures, for screens and for what sends it. */

import { randomUUID } from "expo-crypto";
import { useCallback, useEffect, useState, useSyncExternalStore } from "react";
import { useSession } from "@/api/use-session";
import { openUploadDisk } from "./disk";
import { uploadServer } from "./server";
import type { Upload } from "./types";
import { Uploads } from "./uploads";

type Opened = { account: string; opening: Promise<Uploads>; onSent: (upload: Upload) => Promise<void> };

let opened: Opened | null = null;
const NONE: readonly Upload[] = [];

/** Return the queue of an account, opened once. */
export function uploadsOf(account: string): Promise<Uploads> {
  if (opened?.account === account) return opened.opening;
  const made: Opened = {
    account,
    onSent: async () => undefined,
    opening: openUploadDisk(account).then((disk) => Uploads.open(disk, uploadServer, randomUUID, (upload) => made.onSent(upload))),
  };
  opened = made;
  return made.opening;
}

/** Say what is to be there before a picture that the server has leaves the device. */
export async function beforeLeaving(account: string, onSent: (upload: Upload) => Promise<void>): Promise<void> {
  await uploadsOf(account);
  if (opened?.account === account) opened.onSent = onSent;
}

/** Forget what waits of an account on this device. */
export async function eraseUploads(account: string): Promise<void> {
  const uploads = await uploadsOf(account);
  opened = null;
  await uploads.erase();
}

/** Return the queue of who is signed in, null until it is open, and what waits in it. */
export function useUploads(): { uploads: Uploads | null; waiting: readonly Upload[] } {
  const account = useSession()?.userId ?? null;
  const [known, setKnown] = useState<{ account: string; uploads: Uploads } | null>(null);
  useEffect(() => {
    let current = true;
    if (account) void uploadsOf(account).then((uploads) => current && setKnown({ account, uploads }));
    return () => {
      current = false;
    };
  }, [account]);
  const uploads = known && known.account === account ? known.uploads : null;
  const waiting = useSyncExternalStore(
    useCallback((listener: () => void) => uploads?.subscribe(listener) ?? (() => undefined), [uploads]),
    () => uploads?.list ?? NONE,
    () => NONE,
  );
  return { uploads, waiting };
}

/** Sends what waits: at the start, when something is added, when a network or the app comes back, and every so often. */

import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { keys } from "@/api/keys";
import { useSession } from "@/api/use-session";
import { onOnline } from "@/lib/online";
import { onShown } from "@/lib/shown";
import { useSync } from "@/sync/provider";
import { beforeLeaving, useUploads } from "./use-uploads";

const EVERY_MS = 30_000;

export function UploadSender() {
  const account = useSession()?.userId;
  const { uploads, waiting } = useUploads();
  const { phone } = useSync();
  const client = useQueryClient();
  const ready = waiting.filter((each) => !each.problem).length;
  useEffect(() => {
    if (!account || !phone) return;
    void beforeLeaving(account, async () => {
      await phone.sync();
      await client.invalidateQueries({ queryKey: keys.photos() });
    });
  }, [account, phone, client]);
  useEffect(() => {
    if (!uploads) return;
    const run = () => void uploads.run().catch(() => undefined); // what the disk would not take is tried again
    run();
    const ends = [onOnline(run), onShown(run)];
    const again = ready ? setInterval(run, EVERY_MS) : undefined;
    return () => {
      for (const end of ends) end();
      clearInterval(again);
    };
  }, [uploads, ready]);
  return null;
}

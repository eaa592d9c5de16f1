/** Photos as the screens show them: what the server has, and what waits on this device. */

import { useQuery } from "@tanstack/react-query";
import { api, ok, type Schemas } from "@/api/client";
import { keys } from "@/api/keys";
import { dayOf, type Day } from "@/lib/day";
import { useUploads, type Upload } from "@/lib/uploads";
import { useMe } from "@/sync/me";
import { useRecords } from "@/sync/provider";

export const POSES = ["front", "side", "back"] as const;
export type Pose = (typeof POSES)[number];
export type Photo = { id: string; pose: Pose; at: number; day: Day; url?: string | null; thumbnail?: string | null; waiting?: Upload };

type Links = Record<string, { url?: string | null; thumbnail?: string | null }>;
type Kept = Schemas["Photo"];

const PAGE = 100;
const MOST_PAGES = 20;
/** Signed URLs hold for an hour at least. */
const FRESH_MS = 30 * 60_000;

async function links(): Promise<Links> {
  const found: Links = {};
  let cursor: string | undefined;
  for (let page = 0; page < MOST_PAGES; page++) {
    const answer = await ok(api.GET("/api/photos/{user_id}", { params: { path: { user_id: "me" }, query: { limit: PAGE, cursor } } }));
    for (const { id, url, thumbnail_url } of answer.items) found[id] = { url, thumbnail: thumbnail_url };
    if (!answer.next_cursor) break;
    cursor = answer.next_cursor;
  }
  return found;
}

const isPose = (name: string): name is Pose => POSES.some((each) => each === name);

/** Join the records with the URLs that are known and what waits; newest first, a photo that is both is there once. */
export function joined(records: readonly Kept[], known: Links, waiting: readonly Upload[], timeZone?: string): Photo[] {
  const there = records.filter((each) => each.status === "ready");
  const has = new Set(there.map((each) => each.id));
  const photos = [
    ...there.map(({ id, pose, taken_at, ...rest }) => ({ id, pose, taken_at, rest: { url: known[id]?.url, thumbnail: known[id]?.thumbnail }, ...rest })),
    ...waiting.filter((each) => !has.has(each.as)).map((upload) => ({ id: upload.id, pose: upload.about.pose, taken_at: upload.about.taken_at, rest: { waiting: upload } })),
  ];
  return photos
    .flatMap(({ id, pose, taken_at, rest }) => (isPose(pose) ? [{ id, pose, at: Date.parse(taken_at), day: dayOf(new Date(taken_at), timeZone), ...rest }] : []))
    .sort((a, b) => b.at - a.at);
}

/** Return all photos, newest first; undefined until the device's records are read. */
export function usePhotos(): Photo[] | undefined {
  const { waiting } = useUploads();
  const zone = useMe()?.time_zone;
  const records = useRecords(["photo"], (phone) => phone.all("photo") as Kept[]);
  // What was kept of an earlier visit may not know the newest photo: then it is asked for, however fresh the rest is.
  const ready = records?.filter(({ status }) => status === "ready") ?? [];
  const asked = useQuery({ queryKey: keys.photos(), queryFn: links, staleTime: ({ state: { data } }) => (ready.every(({ id }) => data?.[id]) ? FRESH_MS : 0), enabled: !!records?.length });
  return records && joined(records, asked.data ?? {}, waiting, zone);
}

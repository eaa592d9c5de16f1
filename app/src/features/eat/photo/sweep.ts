import { keep, readKept } from "@/lib/kept";
import type { Phone } from "@/sync/phone";

/** A photo is sent by itself, and its meal may wait on another phone for a while. */
const WEEK_MS = 7 * 864e5;

/**
 * Delete photos of meals that no meal names: those of meals that were deleted, and not put back.
 *
 * What counts is for how long this device has seen them so; `taken_at` is when the meal was eaten, and one of last month may get its
 * photo today. While a change of a meal is not decided, nobody knows what it will name.
 */
export async function sweep(phone: Phone, account: string, now: Date): Promise<void> {
  const name = `eat.${account}.unnamed`;
  const before = (await readKept<Record<string, number>>(name)) ?? {};
  if (!phone.hasReadAll || [...phone.queue, ...phone.shown.map(({ op }) => op)].some(({ kind }) => kind === "meal")) return;
  const named = new Set(phone.all("meal").map((meal) => meal.photo_id));
  const unnamed = phone.all("photo").filter((photo) => photo.pose === "meal" && !named.has(photo.id));
  const since = Object.fromEntries(unnamed.map(({ id }) => [String(id), before[String(id)] ?? now.getTime()]));
  await keep(name, unnamed.length ? since : null);
  for (const [id, from] of Object.entries(since)) if (from <= now.getTime() - WEEK_MS) await phone.delete("photo", id);
}

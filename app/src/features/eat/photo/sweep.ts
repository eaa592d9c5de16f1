import type { Phone } from "@/sync/phone";

const DAY_MS = 864e5;

/** Delete photos of meals that no meal has had for a day: those of meals that were deleted, and not put back. */
export async function sweep(phone: Phone, now: Date): Promise<void> {
  const named = new Set(phone.all("meal").map((meal) => meal.photo_id));
  for (const photo of phone.all("photo"))
    if (photo.pose === "meal" && !named.has(photo.id) && Date.parse(String(photo.taken_at)) < now.getTime() - DAY_MS) await phone.delete("photo", String(photo.id));
}

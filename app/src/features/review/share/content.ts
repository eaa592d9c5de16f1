/** What the picture says, in words and shares; how it is drawn is the poster's. */

import { bestRecords } from "../figures";
import { daysOf } from "../spans";
import type { Review } from "../use-review";
import type { ReviewWords } from "../words";

export const PARTS = ["training", "records", "food", "habits", "body", "weight", "name"] as const;
export type Part = (typeof PARTS)[number];
/** Weight and name are nobody's business until the person says so. */
export const USUAL: readonly Part[] = ["training", "records", "food", "habits", "body"];

export type Tile = { value: string; label: string };
export type Ring = { share: number; tone: "brand" | "protein" | "accent" };
export type Content = {
  kicker: string;
  title: string;
  hero: Tile | null;
  /** Minutes of training a day, with the day's letter or number. */
  days: { name: string; minutes: number }[] | null;
  scale: "week" | "month";
  /** How many empty places stand before the first day of a month. */
  offset: number;
  tiles: Tile[];
  rings: Ring[];
  records: { title: string; items: { name: string; value: string }[] } | null;
};

const [TILES, RECORDS] = [4, 3];

type Given = { review: Review; on: readonly Part[]; words: ReviewWords; nameOf: (id: string) => string; name: string | null; planned: number | null };

/** Return what is on the picture: only what was chosen, and only what there is. */
export function contentOf({ review, on, words, nameOf, name, planned }: Given): Content {
  const { t, format, calendar } = words;
  const { now, span, targets, weightChange } = review;
  const has = (part: Part) => on.includes(part);
  const { sessions, minutes, volume, sets, minutesOf } = now.training;
  const trained = has("training") && sessions > 0;
  const eaten = has("food") && now.food.days > 0;
  const kept = has("habits") && now.habits.due > 0;
  const best = has("records") ? bestRecords(now.training.records).slice(0, RECORDS) : [];
  const days = daysOf({ from: span.from, until: span.to });
  const share = kept ? now.habits.done / now.habits.due : 0;
  const tiles: (Tile | false)[] = [
    trained && volume > 0 && { value: words.volume(volume), label: t("review.poster.lifted") },
    trained && minutes > 0 && { value: words.time(minutes), label: t("review.poster.trained") },
    has("weight") && weightChange !== null && { value: format.weightChange(Math.round(weightChange.kg * 10) / 10), label: t("review.poster.weight") },
    kept && { value: `${format.number(100 * share)} %`, label: t("review.poster.habits") },
    eaten && { value: `${format.number(now.food.protein)} g`, label: t("review.poster.protein") },
    has("body") && now.sleep !== null && { value: words.time(now.sleep * 60), label: t("review.poster.sleep") },
    has("body") && now.steps !== null && { value: format.number(now.steps), label: t("review.poster.steps") },
    eaten && { value: format.number(now.food.energy), label: t("review.poster.energy") },
    trained && sets > 0 && { value: format.number(sets), label: t("review.poster.sets") },
  ];
  const weeks = Math.max(1, now.days / 7);
  const rings: (Ring | false)[] = [
    trained && { share: sessions / Math.max(1, Math.round((planned ?? 3) * weeks)), tone: "brand" },
    eaten && targets !== null && { share: now.food.protein / targets.protein, tone: "protein" },
    kept && { share, tone: "accent" },
  ];
  const shown = tiles.filter((tile) => tile !== false);
  const [hero, rest] = trained ? [{ value: format.number(sessions), label: t("review.poster.sessions", { count: sessions }) }, shown] : [shown[0] ?? null, shown.slice(1)];
  return {
    kicker: has("name") && name ? `${name} · ${t(`review.poster.${span.scale}`)}` : t(`review.poster.${span.scale}`),
    title: words.span(span),
    hero,
    days: trained ? days.map((day) => ({ name: span.scale === "week" ? calendar.narrowWeekday(day) : String(Number(day.slice(8))), minutes: minutesOf.get(day) ?? 0 })) : null,
    scale: span.scale,
    offset: (new Date(`${span.from}T12:00:00Z`).getUTCDay() + 6) % 7,
    tiles: rest.slice(0, TILES),
    rings: rings.filter((ring) => ring !== false),
    records: best.length ? { title: t("review.poster.records", { count: best.length }), items: best.map((each) => ({ name: nameOf(each.exercise_id), value: words.record(each.metric, each.value) })) } : null,
  };
}

/** Return the picture in words, for those who do not see it. */
export const spoken = ({ hero, tiles, records }: Content): string =>
  [...(hero ? [hero] : []), ...tiles].map(({ value, label }) => `${value} ${label}`).concat(records?.items.map(({ name, value }) => `${name} ${value}`) ?? []).join(", ");

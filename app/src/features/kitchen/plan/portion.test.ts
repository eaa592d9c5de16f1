import type { TFunction } from "i18next";
import type { Format } from "@/i18n/format";
import { portionText } from "./portion";

const format = { number: (value: number) => String(Math.round(value * 10) / 10) } as Format;
const t = ((key: string, { shown }: { shown: string }) => `${key} ${shown}`) as unknown as TFunction;
const name = (unit: string, count: number) => (unit === "cup" ? (count === 1 ? "taza" : "tazas") : unit);
const item = (over: object) => ({ name: "x", amount: 1, unit: "g", nutrients: {}, ...over }) as Parameters<typeof portionText>[0];

test.each([
  [item({ recipe_id: "dal", unit: "serving", amount: 1.5 }), "kitchen.servingsOf 1½"],
  [item({ food_id: "nuts", amount: 28, grams: 28 }), "28 g"],
  [item({ food_id: "berries", unit: "cup", amount: 2, grams: 246 }), "2 tazas · 246 g"],
  [item({ food_id: "berries", unit: "cup", amount: 1 }), "1 taza"],
])("%j is said", (of, said) => {
  expect(portionText(of, "metric", format, t, name)).toBe(said);
});

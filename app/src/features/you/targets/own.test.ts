import { energyOf, ownOf, typedOf } from "./own";

const targets = { energy_kcal: 2200.4, protein_g: 140, carbs_g: 250, fat_g: 70, fiber_g: 31, source: "own" };
const typed = typedOf(targets);

test("begins with what holds, in whole numbers", () => {
  expect(typed).toEqual({ energy_kcal: "2200", protein_g: "140", carbs_g: "250", fat_g: "70", fiber_g: "31" });
  expect(typedOf(null).energy_kcal).toBe("");
});

test("adds up the energy of protein, carbohydrate and fat", () => {
  expect(energyOf(typed)).toBe(140 * 4 + 250 * 4 + 70 * 9);
  expect(energyOf({ ...typed, fat_g: "" })).toBeNull();
});

test("sends what was typed, fibre only where it was", () => {
  expect(ownOf({ ...typed, energy_kcal: "2100,5" })).toEqual({ own: { energy_kcal: 2100.5, protein_g: 140, carbs_g: 250, fat_g: 70, fiber_g: 31 } });
  expect(ownOf({ ...typed, fiber_g: " " })).toEqual({ own: { energy_kcal: 2200, protein_g: 140, carbs_g: 250, fat_g: 70 } });
});

test("names what cannot be read", () => expect(ownOf({ ...typed, protein_g: "much", fat_g: "-1" })).toEqual({ bad: ["protein_g", "fat_g"] }));

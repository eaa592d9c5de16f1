import { Phone } from "@/sync/phone";
import { MemoryDisk, World } from "@/sync/testing/world";
import { WRITABLE } from "@/sync/writable";
import { copyMeals, deleteMeal, logMeal, markDay, saveAsRecipe, setFavourite } from "../write";
import { clockFrom } from "./clock";
import { completeOf, dayOfMeal, mealsOf, slotAt, timeFor, totalsOf, type Meal } from "./diary";
import { coverage, summed } from "@/lib/figures";
import { habitsOf, knownOf, matchOf, searched } from "./known";
import { emptyLabel, foodOf, labelOf, oddEnergy, per100, problemsOf, type Label } from "./label";
import { microsOf } from "./micros";
import { itemOf, measuresOf, resized, usual, type KnownFood } from "./portion";
import { isSentence, readWords } from "./words";

const EGG: KnownFood = { id: "usda-01123", name: "Egg, whole, raw", per_100g: { energy_kcal: 143, protein_g: 12.56 }, portions: [{ label: "large", amount: 1, grams: 50 }] };
const MILK: KnownFood = { id: "usda-01077", name: "Milk, whole", per_100g: { energy_kcal: 61 }, portions: [{ label: "cup", amount: 1, grams: 244 }] };

let phone: Phone;
beforeEach(async () => {
  const world = new World();
  phone = await Phone.open(world.carry, new MemoryDisk(), world.newId, WRITABLE);
});
const log = (day: string, clock: string, items = [itemOf(EGG, 2, { unit: "large", grams: 50 })]) => logMeal(phone, { day, slot: "breakfast", clock, items });

describe("figures", () => {
  test("what is not known is absent, and counts by the energy of what does not say it", () => {
    const parts = [{ energy_kcal: 300, iron_mg: 2 }, { energy_kcal: 100 }];
    expect(summed(parts)).toEqual({ energy_kcal: 400, iron_mg: 2 });
    expect(coverage("iron_mg", parts)).toBe(0.75);
    expect(coverage("iron_mg", [{}, { iron_mg: 1 }])).toBe(0.5);
    expect(coverage("iron_mg", [])).toBe(1);
  });

  test("sums have no dust of binary fractions", () => {
    expect(summed([{ protein_g: 0.1 }, { protein_g: 0.2 }]).protein_g).toBe(0.3);
  });
});

describe("portions", () => {
  test("a household measure, a volume by its weight, and grams", () => {
    expect(measuresOf(MILK, "metric").map((each) => each.unit)).toEqual(["cup", "ml", "g"]);
    expect(measuresOf(MILK, "imperial").map((each) => each.unit)).toEqual(["cup", "fl oz", "oz", "g"]);
    expect(measuresOf(MILK, "metric")[1]?.grams).toBeCloseTo(1.0313, 4);
    expect(measuresOf(EGG, "metric").map((each) => each.unit)).toEqual(["large", "g"]);
  });

  test("an item carries what it comes to, also after its amount changed", () => {
    const item = itemOf(EGG, 2, { unit: "large", grams: 50 });
    expect(item).toMatchObject({ food_id: EGG.id, grams: 100, nutrients: { energy_kcal: 143, protein_g: 12.56 } });
    expect(resized(item, 3)).toMatchObject({ amount: 3, grams: 150, nutrients: { energy_kcal: 214.5, protein_g: 18.84 } });
  });

  test("the last amount is offered again, unless the food has lost its measure", () => {
    expect(usual(EGG, "metric", { amount: 3, unit: "large" })).toMatchObject({ amount: 3, unit: "large" });
    expect(usual(EGG, "metric", { amount: 3, unit: "carton" })).toMatchObject({ amount: 1, unit: "large" });
    expect(usual({ ...EGG, portions: [] }, "metric")).toMatchObject({ amount: 100, unit: "g" });
  });
});

describe("the diary", () => {
  test("a meal counts to the day of the place where it was eaten", async () => {
    await phone.create("meal", { eaten_at: "2026-11-26T00:30:00+09:00", slot: "snack", items: [] });
    expect(mealsOf(phone, "2026-11-26")).toHaveLength(1);
    expect(mealsOf(phone, "2026-11-25")).toHaveLength(0);
  });

  test("meals come in the order of eating, and sum up", async () => {
    await log("2026-11-26", "20:00");
    await log("2026-11-26", "08:00");
    const meals = mealsOf(phone, "2026-11-26");
    expect(meals.map((meal) => meal.eaten_at.slice(11, 16))).toEqual(["08:00", "20:00"]);
    expect(totalsOf(meals).energy_kcal).toBe(286);
  });

  test.each([
    ["07:15", "breakfast"],
    ["11:00", "snack"],
    ["13:30", "lunch"],
    ["16:30", "snack"],
    ["20:15", "dinner"],
    ["23:00", "snack"],
    ["02:00", "snack"],
  ])("at %s it is probably %s", (clock, slot) => {
    expect(slotAt(new Date(`2026-11-26T${clock}:00`))).toBe(slot);
  });

  test("what is eaten now is eaten now; another day or another kind has its usual time", () => {
    const now = new Date("2026-11-26T13:12:00");
    expect(timeFor("2026-11-26", "lunch", "2026-11-26", now)).toBe("13:12");
    expect(timeFor("2026-11-26", "breakfast", "2026-11-26", now)).toBe("08:00");
    expect(timeFor("2026-11-25", "lunch", "2026-11-26", now)).toBe("13:00");
  });

  test.each([
    ["7", "07:00"],
    ["0730", "07:30"],
    ["19.05", "19:05"],
    ["9:5", null],
    ["24:00", null],
    ["noon", null],
  ])("%s is read as %s", (typed, clock) => {
    expect(clockFrom(typed)).toBe(clock);
  });

  test("a copy has the same time and figures; what was deleted of one's own stays as an entry", async () => {
    const own = "0192f0c1-0000-7000-8000-000000000001";
    await phone.create("food", { name: "Jam", per_100g: { energy_kcal: 250 } }, own);
    await log("2026-11-25", "08:30", [itemOf(EGG, 2, { unit: "large", grams: 50 }), { food_id: own, name: "Jam", amount: 20, unit: "g", grams: 20, nutrients: { energy_kcal: 50 } }]);
    await phone.delete("food", own);
    const [id] = await copyMeals(phone, mealsOf(phone, "2026-11-25"), "2026-11-26");
    const copy = phone.view("meal", id!) as unknown as Meal;
    expect(copy.eaten_at).toMatch(/^2026-11-26T08:30:00/);
    expect(copy.items[0]).toMatchObject({ food_id: EGG.id, grams: 100 });
    expect(copy.items[1]).toEqual({ custom: true, name: "Jam", amount: 20, unit: "g", grams: 20, nutrients: { energy_kcal: 50 } });
  });

  test("a deleted meal is put back under another id", async () => {
    const id = await log("2026-11-26", "08:00");
    const meal = phone.view("meal", id) as unknown as Meal;
    const undo = await deleteMeal(phone, meal);
    expect(mealsOf(phone, "2026-11-26")).toHaveLength(0);
    expect(await undo()).not.toBe(id);
    expect(mealsOf(phone, "2026-11-26").map((each) => each.items)).toEqual([meal.items]);
  });

  test("a day is marked, otherwise, and not at all", async () => {
    await markDay(phone, "2026-11-26", true);
    expect(completeOf(phone, "2026-11-26")).toBe(true);
    await markDay(phone, "2026-11-26", false);
    expect(completeOf(phone, "2026-11-26")).toBe(false);
    await markDay(phone, "2026-11-26", null);
    expect(completeOf(phone, "2026-11-26")).toBeNull();
  });

  test("a meal becomes a recipe of what can be weighed", async () => {
    const meal = { id: "m", eaten_at: "2026-11-26T08:00:00+01:00", slot: "lunch" as const, items: [itemOf(EGG, 2, { unit: "large", grams: 50 }), { custom: true as const, name: "Sauce", amount: 1, unit: "serving" }] };
    const { id, left } = await saveAsRecipe(phone, meal, "Eggs");
    expect(left).toEqual(["Sauce"]);
    expect(phone.view("recipe", id)).toMatchObject({ name: "Eggs", servings: 1, ingredients: [{ food_id: EGG.id, grams: 100 }] });
    expect((await saveAsRecipe(phone, { ...meal, items: [meal.items[1]!] }, "Sauce")).id).toBe("");
  });
});

describe("what the device knows", () => {
  test("a food that was only eaten has its figures and the measure that it was eaten in", async () => {
    await log("2026-11-26", "08:00");
    const known = knownOf(phone, [], []);
    expect(known.foods.get(EGG.id)).toEqual({ id: EGG.id, name: EGG.name, per_100g: EGG.per_100g, portions: [{ label: "large", amount: 2, grams: 100 }] });
    expect(usual(known.foods.get(EGG.id)!, "metric", known.uses.get(EGG.id))).toMatchObject({ amount: 2, unit: "large", grams: 100 });
  });

  test("favourites are there, and go again", async () => {
    await setFavourite(phone, EGG.id, true);
    expect([...knownOf(phone, [], []).favourites]).toEqual([EGG.id]);
    await setFavourite(phone, EGG.id, false);
    expect([...knownOf(phone, [], []).favourites]).toEqual([]);
  });

  test("recent and frequent", async () => {
    await log("2026-11-24", "08:00", [itemOf(MILK, 1, { unit: "cup", grams: 244 })]);
    await log("2026-11-25", "08:00", [itemOf(MILK, 1, { unit: "cup", grams: 244 })]);
    await log("2026-11-26", "08:00");
    expect(habitsOf(knownOf(phone, [], []).uses)).toEqual({ recent: [EGG.id, MILK.id], frequent: [MILK.id] });
  });

  test("search takes the beginnings of words, without accents, the nearest first", () => {
    expect(matchOf("egg wh", EGG.name)).toBeGreaterThan(0);
    expect(matchOf("gg", EGG.name)).toBe(0);
    expect(matchOf("platano", "Plátano maduro")).toBeGreaterThan(0);
    const all = [{ id: "1", name: "Eggplant, grilled, with oil" }, EGG, { id: "2", name: "Egg" }];
    expect(searched("egg", all, new Map()).map((each) => each.name)[0]).toBe("Egg");
  });
});

describe("words without a network", () => {
  test.each([
    ["two eggs and toast", true],
    ["100 g oats", true],
    ["dos huevos y pan", true],
    ["chicken breast", false],
    ["egg", false],
    ["a", false],
  ])("“%s” is a sentence: %s", (text, is) => {
    expect(isSentence(text)).toBe(is);
  });

  test("known foods are read, and the rest is left", async () => {
    await log("2026-11-26", "08:00");
    const { items, left } = readWords("3 eggs, 50g egg and a strange fish", knownOf(phone, [], []), "metric");
    expect(items.map(({ amount, unit, grams }) => [amount, unit, grams])).toEqual([
      [3, "large", 150],
      [50, "g", 50],
    ]);
    expect(left).toEqual(["a strange fish"]);
  });
});

describe("a label", () => {
  const label = (changes: Partial<Label>, values: Partial<Label["values"]> = {}): Label => ({ ...emptyLabel(), name: "Bar", ...changes, values: { ...emptyLabel().values, energy_kcal: "400", ...values } });

  test("figures of a portion are those of 100 g", () => {
    expect(per100(label({ of: "portion", grams: "40" }, { energy_kcal: "160", protein_g: "4,2" }))).toEqual({ energy_kcal: 400, protein_g: 10.5 });
  });

  test("what is left empty is not known, and no 0", () => {
    expect(foodOf(label({}), "portion")).toEqual({ name: "Bar", per_100g: { energy_kcal: 400 }, portions: [] });
    expect(foodOf(label({ grams: "40", barcode: "96385074" }), "portion")).toMatchObject({ barcode: "96385074", portions: [{ label: "portion", amount: 1, grams: 40 }] });
  });

  test.each<[Partial<Label>, Partial<Label["values"]>, string[]]>([
    [{}, {}, []],
    [{ name: " " }, {}, ["name"]],
    [{ barcode: "123" }, {}, ["barcode"]],
    [{ of: "portion" }, {}, ["grams"]],
    [{}, { energy_kcal: "" }, ["energy"]],
    [{}, { energy_kcal: "4000" }, ["energy_kcal"]],
    [{}, { fat_g: "x" }, ["fat_g"]],
    [{}, { protein_g: "60", carbs_g: "60" }, ["tooMuch"]],
  ])("%j %j has the problems %j", (changes, values, problems) => {
    expect(problemsOf(label(changes, values))).toEqual(problems);
  });

  test("energy that the macronutrients cannot give is asked about", () => {
    expect(oddEnergy(label({}, { protein_g: "10", carbs_g: "20", fat_g: "5" }))).toBe(165);
    expect(oddEnergy(label({}, { protein_g: "10", carbs_g: "60", fat_g: "13" }))).toBeNull();
    expect(oddEnergy(label({}, { protein_g: "10" }))).toBeNull();
  });

  test("a food read back is the same label", () => {
    const first = foodOf(label({ brand: "B", grams: "40", portion: "bar" }, { fat_g: "3.5" }), "portion");
    expect(foodOf(labelOf(first), "portion")).toEqual(first);
  });
});

test("of the micronutrients the least comes first, what is hardly known last, and limits of supplements are no limits of food", () => {
  const reference = (nutrient: string, others: object = {}) => ({ nutrient, label: nutrient, unknown: 0, reference: 10, kind: "rda" as const, ...others });
  const micros = microsOf(
    [reference("iron_mg", { upper: 5, upper_of: "total" }), reference("magnesium_mg", { upper: 5, upper_of: "supplements" }), reference("vitamin_d_ug")],
    [
      { energy_kcal: 100, iron_mg: 8, magnesium_mg: 6 },
      { energy_kcal: 300, iron_mg: 0, magnesium_mg: 0.5 },
    ],
  );
  expect(micros.map(({ key, amount, known, over }) => [key, amount, known, over])).toEqual([
    ["magnesium_mg", 6.5, 1, false],
    ["iron_mg", 8, 1, true],
    ["vitamin_d_ug", null, 0, false],
  ]);
});

test("a day is read of the text that the server keeps", () => {
  expect(dayOfMeal({ eaten_at: "2026-11-26T23:59:00-08:00" })).toBe("2026-11-26");
});

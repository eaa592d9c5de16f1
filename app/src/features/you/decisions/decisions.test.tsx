import { configure, fireEvent, screen, waitFor, within } from "@testing-library/react-native";
import i18n from "@/i18n";
import english from "@/i18n/en";
import spanishWords from "@/i18n/es";
import { queryClient } from "@/api/query";
import { loadSpoken } from "@/lib/spoken";
import * as spanish from "@/lib/spoken/spanish";
import type { Json, Op, Shown } from "@/sync/records";
import { Stage } from "@/sync/testing/stage";
import { WRITABLE } from "@/sync/writable";
import { Menu } from "../menu";
import { DecisionsScreen } from "./screen";

let mockDisk: Stage["disk"];
const mockWent: unknown[] = [];
jest.mock("expo-crypto", () => ({ randomUUID: () => jest.requireActual<typeof import("node:crypto")>("node:crypto").randomUUID() }));
jest.mock("expo-notifications", () => ({}));
jest.mock("@/sync/open-disk", () => ({ openDisk: async () => mockDisk }));
jest.mock("@/lib/secrets", () => jest.requireActual("@/sync/testing/secrets"));
jest.mock("expo-router", () => ({ router: { push: (to: unknown) => mockWent.push(to), back: jest.fn(), canGoBack: () => false }, usePathname: () => "/you" }));
jest.mock("@/lib/uploads", () => ({ useUploads: () => ({ waiting: [] }), eraseUploads: async () => undefined }));
jest.mock("@/lib/notices", () => ({ scheduled: async () => [], cancel: async () => undefined }));
jest.mock("@/lib/online", () => ({ onOnline: () => () => undefined, onOffline: () => () => undefined }));
jest.mock("@/lib/use-online", () => ({ useOnline: () => true }));

configure({ asyncUtilTimeout: 20_000 }); // a machine that is busy is slow, and the first render compiles React Native

let stage: Stage;
beforeEach(() => {
  stage = new Stage();
  mockDisk = stage.disk;
});

afterAll(() => queryClient.clear()); // its timers would keep the process

type Pair = { kind: string; mine: Json | null; theirs: Json | null; action?: Op["action"] };
type Problem = NonNullable<Shown["result"]["problem"]>;

/** Show what was not taken, to somebody whose device has the other copies. */
async function show(pairs: Pair[], me: object = {}, problem?: Partial<Problem>): Promise<void> {
  stage.shown = pairs.map(({ kind, mine, theirs, action = mine ? "update" : "delete" }, at) => ({
    op: { op_id: `o${at}`, kind, id: `r${at}`, action, ...(action === "create" ? {} : { base_version: 1 }), ...(mine ? { body: mine } : {}), sent: true },
    result: problem ? { op_id: `o${at}`, status: "rejected", problem: { title: "", status: 422, detail: "", errors: [], ...problem } } : { op_id: `o${at}`, status: "conflict", version: 2, deleted: !theirs, body: theirs },
  }));
  await stage.show(<DecisionsScreen />, pairs.flatMap(({ kind, theirs }, at) => (theirs ? [{ kind, id: `r${at}`, body: { id: `r${at}`, ...theirs } }] : [])), me);
}

const texts = async (name: string): Promise<string[]> => {
  const found = await screen.findByLabelText(name);
  return within(found).getAllByText(/./).map((each) => String(each.props.children));
};

const set = (reps: number, weight_kg: number) => ({ kind: "normal", reps, weight_kg, done: true });
const WORKOUT = {
  kind: "workout",
  mine: { name: "Leg day", started_at: "2026-11-24T18:00:00+01:00", ended_at: "2026-11-24T19:00:00+01:00", notes: "Hard", exercises: [{ exercise_id: "back-squat", sets: [set(5, 100), set(5, 100), set(5, 102.5)] }, { exercise_id: "own", sets: [set(8, 60)] }] },
  theirs: { name: "Leg day", started_at: "2026-11-24T18:00:00.000+01:00", ended_at: "2026-11-24T19:00:00+01:00", notes: "Hard", day: "2026-11-24", totals: { sets: 3 }, exercises: [{ exercise_id: "back-squat", sets: [set(5, 100), set(5, 100)] }, { exercise_id: "own", sets: [set(8, 60)] }] },
};
const MEAL = {
  kind: "meal",
  mine: { eaten_at: "2026-11-24T13:00:00+01:00", slot: "lunch", name: null, photo_id: "p1", items: [{ food_id: "f1", name: "Oats", amount: 80, unit: "g", nutrients: { energy_kcal: 300.4 } }, { food_id: "f2", name: "Milk", amount: 200, unit: "g", nutrients: { energy_kcal: 120 } }] },
  theirs: { eaten_at: "2026-11-24T13:00:00+01:00", slot: "dinner", name: null, photo_id: null, totals: { energy_kcal: 300 }, items: [{ food_id: "f1", name: "Oats", amount: 80, unit: "g", grams: 80, nutrients: { energy_kcal: 300.4, iron_mg: 3 } }] },
};
const WEIGHT = {
  kind: "measurement",
  mine: { metric: "weight_kg", value: 71.25, taken_at: "2026-11-24T07:00:00+01:00", confirmed: true },
  theirs: { metric: "weight_kg", value: 71.2, taken_at: "2026-11-24T07:30:00+01:00", confirmed: false, source: "manual", note: null },
};

test("a workout shows the exercises and sets that differ, and nothing that is the same", async () => {
  await show([WORKOUT]);
  expect(await screen.findByText(/^Leg day · .*Nov/)).toBeTruthy();
  expect(screen.getByText("Workout")).toBeTruthy();
  expect(await texts("Yours, Exercises")).toEqual(["2 exercises, 4 sets", expect.stringMatching(/quat$/), "5 reps · 102.5 kg"]);
  expect(await texts("The other, Exercises")).toEqual(["2 exercises, 3 sets"]);
  for (const same of ["Notes", "Start", "End", "Name"]) expect(screen.queryByLabelText(`Yours, ${same}`)).toBeNull();
});

test("a meal shows what was eaten and its energy, and that only one has a photo", async () => {
  await show([MEAL]);
  expect(await texts("Yours, What was eaten")).toEqual(["2 items · 420 kcal", "Milk · 200 g"]);
  expect(await texts("The other, What was eaten")).toEqual(["1 item · 300 kcal"]);
  expect([await texts("Yours, Meal"), await texts("The other, Meal")]).toEqual([["Lunch"], ["Dinner"]]);
  expect([await texts("Yours, Photo"), await texts("The other, Photo")]).toEqual([["A photo"], ["–"]]);
});

test("a measurement shows its value in the person's units, its time in words, and yes or no", async () => {
  await show([WEIGHT], { units: "imperial" });
  expect([await texts("Yours, Weight"), await texts("The other, Weight")]).toEqual([["157.08 lb"], ["156.97 lb"]]);
  expect([await texts("Yours, Confirmed"), await texts("The other, Confirmed")]).toEqual([["Yes"], ["No"]]);
  for (const time of await texts("Yours, Time")) expect(time).toMatch(/Nov.*, \d?\d:00/);
  expect(screen.queryByText(/2026-11-24|taken.at|weight.kg/)).toBeNull();
});

test("what lies within a record is told apart: food, diet, plans, and what has no name yet", async () => {
  await show([
    { kind: "user", mine: { name: "Ana", dietary: { pattern: "vegan", allergies: ["nuts"], dislikes: [] }, health: { pregnant: false } }, theirs: { name: "Ana", dietary: { pattern: "keto", allergies: ["nuts"], dislikes: [] }, health: { pregnant: true, brand_new: 3 } } },
    { kind: "recipe", mine: { name: "Soup", servings: 2, ingredients: [{ food_id: "f", label: "1 onion", grams: 110 }], steps: ["Cut.", "Boil."] }, theirs: { name: "Soup", servings: 3, ingredients: [{ food_id: "f", label: "1 onion", grams: 110 }], steps: ["Cut.", "Fry."] } },
    { kind: "habit", mine: { name: "Walk", kind: "build", schedule: { type: "weekdays", days: [1, 3] } }, theirs: { name: "Walk", kind: "build", schedule: { type: "times_per_week", count: 3 } } },
  ]);
  expect([await texts("Yours, Diet"), await texts("The other, Diet")]).toEqual([["Vegan"], ["Keto"]]);
  expect([await texts("Yours, Pregnant"), await texts("The other, Pregnant")]).toEqual([["No"], ["Yes"]]);
  expect(await texts("The other, Another detail")).toEqual(["3"]);
  expect(screen.queryByLabelText("Yours, Allergies")).toBeNull();
  expect([await texts("Yours, Steps"), await texts("The other, Steps")]).toEqual([["2 steps", "Boil."], ["2 steps", "Fry."]]);
  expect([await texts("Yours, Servings"), await texts("The other, Servings")]).toEqual([["2"], ["3"]]);
  expect([await texts("Yours, When"), await texts("The other, When")]).toEqual([["Mon and Wed"], ["3 times a week"]]);
});

test("sets that are alike are told as one, and those in another order are all told", async () => {
  const workout = (...weights: number[]) => ({ name: "A", started_at: "2026-11-24T18:00:00+01:00", exercises: [{ exercise_id: "back-squat", sets: weights.map((kg) => set(5, kg)) }] });
  await show([{ kind: "workout", mine: workout(60, 80, 80), theirs: workout(60, 70, 70) }, { kind: "workout", mine: workout(60, 70), theirs: workout(70, 60) }]);
  const cells = await screen.findAllByLabelText("Yours, Exercises");
  const lines = cells.map((cell) => within(cell).getAllByText(/./).map((each) => String(each.props.children)).slice(2));
  expect(lines).toEqual([["2 × 5 reps · 80 kg"], ["5 reps · 60 kg", "5 reps · 70 kg"]]);
});

test("two copies that read alike say so", async () => {
  await show([{ kind: "meal", mine: { ...MEAL.mine, photo_id: "p1" }, theirs: { ...MEAL.mine, photo_id: "p2" } }, { kind: "water", mine: { ml: 250, drunk_at: "2026-11-24T07:00:01+01:00" }, theirs: { ml: 250, drunk_at: "2026-11-24T07:00:02+01:00" } }]);
  expect([await texts("Yours, Photo"), await texts("The other, Photo")]).toEqual([["A photo"], ["A photo, another one"]]);
  expect(screen.getByText("They differ only in details that are not shown here.")).toBeTruthy();
});

test("mine is kept by doing it again on what is there, the other by one press", async () => {
  await show([WEIGHT, MEAL]);
  await fireEvent.press((await screen.findAllByRole("button", { name: "Keep mine" }))[0]!);
  await waitFor(() => expect(stage.ops).toHaveLength(1));
  expect(stage.ops[0]).toMatchObject({ kind: "measurement", id: "r0", action: "update", body: { value: 71.25 } });
  await fireEvent.press(await screen.findByRole("button", { name: "Keep the other" }));
  expect(await screen.findByText("Nothing waits for you")).toBeTruthy();
  expect(stage.ops).toHaveLength(1);
});

test("what was deleted elsewhere is not let go unasked", async () => {
  await show([{ ...WEIGHT, theirs: null }]);
  expect(await screen.findByText("You changed this here, and it was deleted elsewhere.")).toBeTruthy();
  expect(await texts("Weight")).toEqual(["71.25 kg"]);
  await fireEvent.press(screen.getByRole("button", { name: "Let it go" }));
  expect(screen.getByText("What you wrote here is nowhere else. Let it go for good?")).toBeTruthy();
  await fireEvent.press(screen.getByRole("button", { name: "Cancel" }));
  await fireEvent.press(screen.getByRole("button", { name: "Let it go" }));
  await fireEvent.press(screen.getByRole("button", { name: "Let it go" }));
  expect(await screen.findByText("Nothing waits for you")).toBeTruthy();
});

test("a deletion that met a change shows what is there, and is done or not", async () => {
  await show([{ ...WEIGHT, mine: null }]);
  expect(await screen.findByText("You deleted this here, and it was changed elsewhere.")).toBeTruthy();
  expect(await texts("Weight")).toEqual(["71.2 kg"]);
  await fireEvent.press(screen.getByRole("button", { name: "Delete it" }));
  await waitFor(() => expect(stage.ops).toMatchObject([{ kind: "measurement", id: "r0", action: "delete" }]));
});

test("what was refused says why at its fields, can be tried again, and is not let go unasked", async () => {
  await show([{ ...WEIGHT, action: "create", theirs: null }], {}, { errors: [{ field: "value", message: "This must be at most 60." }, { field: "exercises.0.exercise_id", message: "There is no such exercise." }] });
  expect(await screen.findByText("Value: This must be at most 60.")).toBeTruthy();
  expect(screen.getByText("Exercises: There is no such exercise.")).toBeTruthy();
  expect(await texts("Weight")).toEqual(["71.25 kg"]);
  await fireEvent.press(screen.getByRole("button", { name: "Let it go" }));
  expect(screen.getByText("What you wrote here is nowhere else. Let it go for good?")).toBeTruthy();
  await fireEvent.press(screen.getByRole("button", { name: "Cancel" }));
  await fireEvent.press(screen.getByRole("button", { name: "Try again" }));
  await waitFor(() => expect(stage.ops).toMatchObject([{ kind: "measurement", id: "r0", action: "create", body: { value: 71.25 } }]));
});

test("what would be refused again is not tried again", async () => {
  await show([{ ...WEIGHT, action: "create", theirs: null }], {}, { status: 413, detail: "This is too large." });
  expect(await screen.findByText("This is too large.")).toBeTruthy();
  expect(screen.queryByRole("button", { name: "Try again" })).toBeNull();
});

test("You says that something waits, and leads there", async () => {
  stage.shown = [{ op: { op_id: "o", kind: "water", id: "w", action: "create", body: { ml: 1 }, sent: true }, result: { op_id: "o", status: "rejected", problem: null } }];
  await stage.show(<Menu />);
  await fireEvent.press(await screen.findByRole("link", { name: "1 change waits for your decision" }));
  expect(mockWent).toEqual(["/you/decisions"]);
});

test("each field that a person can write has a name", () => {
  const named: Record<string, string> = english.decisions.fields;
  const silent = /^(id|created_at|onboarding_completed|source|replaces|bytes|content_type)$|^subscription_|_id$/;
  const nested = ["targets", "dietary", "coach", "health", "notifications", "per_100g", "given", "asked"];
  const missing = [...WRITABLE].flatMap(([kind, fields]) => [...fields].filter((name) => !named[`${kind}_${name}`] && !named[name] && !silent.test(name) && !nested.includes(name)).map((name) => `${kind}.${name}`));
  expect(missing).toEqual([]);
  expect([...WRITABLE.keys()].filter((kind) => !(kind in english.decisions.kinds))).toEqual([]);
});

describe("in Spanish", () => {
  beforeAll(async () => {
    i18n.addResourceBundle("es", "translation", spanishWords);
    await i18n.changeLanguage("es");
    await loadSpoken(async () => spanish); // a browser and a phone load it by themselves, jest has no import()
  });
  afterAll(() => i18n.changeLanguage("en"));

  test("a workout, a meal and a measurement speak it, with its numbers and days", async () => {
    await show([WORKOUT, MEAL, WEIGHT]);
    expect(await texts("Lo tuyo, Ejercicios")).toEqual(["2 ejercicios, 4 series", expect.anything(), expect.stringMatching(/^5 \S+ · 102,5 kg$/)]);
    expect(await texts("Lo tuyo, Lo que comiste")).toEqual(["2 alimentos · 420 kcal", "Milk · 200 g"]);
    expect([await texts("Lo tuyo, Comida"), await texts("Lo otro, Comida")]).toEqual([[i18n.t("eat.slot.lunch")], [i18n.t("eat.slot.dinner")]]);
    expect([await texts("Lo tuyo, Peso"), await texts("Lo otro, Peso")]).toEqual([["71,25 kg"], ["71,2 kg"]]);
    expect(await texts("Lo tuyo, Confirmado")).toEqual(["Sí"]);
    for (const time of await texts("Lo tuyo, Hora")) expect(time).toMatch(/nov/);
    for (const kind of ["Entrenamiento", "Comida", "Medida"]) expect(screen.getAllByText(kind).length).toBeGreaterThan(0);
    expect(screen.getAllByRole("button", { name: "Quedarme con lo mío" })).toHaveLength(3);
  });

  test("what a person wrote stays as they wrote it, what the server named is said", async () => {
    const habit = (name: string) => ({ name, kind: "build", schedule: { type: "daily" } });
    const plan = (name: string) => ({ name, goal: "gain", weeks: 6, days: [] });
    await show([{ kind: "habit", mine: habit("Walk 8,000 steps"), theirs: habit("Walk 9,000 steps") }, { kind: "training_plan", mine: plan("Mine"), theirs: plan("Muscle, 4 days a week") }]);
    expect((await screen.findAllByLabelText("Lo tuyo, Nombre")).map((cell) => within(cell).getByText(/./).props.children)).toEqual(["Walk 8,000 steps", "Mine"]);
    expect(screen.getAllByLabelText("Lo otro, Nombre").map((cell) => within(cell).getByText(/./).props.children)).toEqual(["Walk 9,000 steps", "Músculo, 4 días por semana"]);
  });

  test("what was refused says why in Spanish", async () => {
    await show([{ ...WEIGHT, action: "create", theirs: null }], {}, { errors: [{ field: "value", message: "This must be at least 100." }] });
    expect(await screen.findByText("Valor: Debe ser al menos 100.")).toBeTruthy();
    expect(screen.getByRole("button", { name: "Intentar de nuevo" })).toBeTruthy();
  });
});

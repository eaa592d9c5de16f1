import { QueryClientProvider } from "@tanstack/react-query";
import { act, fireEvent, render, screen, waitFor } from "@testing-library/react-native";
import { keys } from "@/api/keys";
import { queryClient } from "@/api/query";
import { endSession, startSession } from "@/api/session";
import "@/i18n";
import { dayOf } from "@/lib/day";
import { SyncProvider } from "@/sync/provider";
import type { Op, ServerRecord } from "@/sync/records";
import { ToastProvider } from "@/ui";
import { EditRecipeScreen } from "./edit/screen";
import { ExpenditureScreen } from "./expenditure/screen";
import { GroceriesScreen } from "./groceries/screen";
import { MealPlanScreen } from "./plan/screen";
import { RecipeScreen } from "./recipe/screen";
import { RecipesScreen } from "./recipes/screen";

jest.mock("@/lib/secrets", () => jest.requireActual("@/sync/testing/secrets"));
jest.mock("@/sync/open-disk", () => {
  const { MemoryDisk } = jest.requireActual("@/sync/testing/world");
  return { openDisk: async () => new MemoryDisk() };
});
jest.mock("@/lib/online", () => ({ onOnline: () => () => undefined, onOffline: () => () => undefined }));
jest.mock("@/lib/use-online", () => ({ useOnline: () => true }));
jest.mock("expo-keep-awake", () => ({ activateKeepAwakeAsync: async () => undefined, deactivateKeepAwake: async () => undefined }));
jest.mock("expo-image", () => ({ Image: () => null }));
jest.mock("expo-image-picker", () => ({ launchImageLibraryAsync: jest.fn() }));
const mockParams: { current: Record<string, string> } = { current: {} };
const mockRouter = { push: jest.fn(), replace: jest.fn(), back: jest.fn(), canGoBack: () => true };
jest.mock("expo-router", () => ({ useLocalSearchParams: () => mockParams.current, router: { push: (to: string) => mockRouter.push(to), replace: (to: string) => mockRouter.replace(to), back: () => mockRouter.back(), canGoBack: () => true } }));

const TODAY = dayOf(new Date());
const RECIPE = { id: "dal", name: "Lentil Dal", servings: 2, minutes: 30, tags: ["vegan"], allergens: ["mustard"], may_contain: [], ingredients: [{ food_id: "lentils", grams: 150, label: "150 g lentils", name: "Lentils" }], steps: ["Boil the lentils.", "Eat."], source: "fitzen", per_serving: { energy_kcal: 400, protein_g: 22 } };
const PLAN = {
  id: "0190a0a0-0000-7000-8000-000000000001",
  starts_on: TODAY,
  targets: { energy_kcal: 2000, protein_g: 100, carbs_g: 250, fat_g: 60, fiber_g: 30, source: "x" },
  days: [{ day: TODAY, totals: { energy_kcal: 400, protein_g: 22 }, shortfalls: [{ nutrient: "vitamin_d_ug", amount: 3, reference: 15, percent: 20 }], meals: [{ slot: "dinner", name: "Lentil Dal", recipe_id: "dal", minutes: 30, totals: { energy_kcal: 600, protein_g: 33 }, items: [{ recipe_id: "dal", name: "Lentil Dal", amount: 1.5, unit: "serving", grams: 300, nutrients: { energy_kcal: 600 } }] }] }],
};

let records: ServerRecord[];
let sent: Op[];
let answers: Record<string, unknown>;

function given(kind: string, id: string, body: object): void {
  records.push({ kind, id, version: 1, deleted: false, body: { id, ...body } });
}

beforeEach(async () => {
  [records, sent, answers] = [[], [], {}];
  given("user", "u1", { units: "metric", time_zone: Intl.DateTimeFormat().resolvedOptions().timeZone });
  mockParams.current = {};
  queryClient.clear();
  await startSession({ access_token: "a", refresh_token: "r", expires_in: 9999 }, "u1");
  globalThis.fetch = jest.fn(async (input: Request) => {
    const path = new URL(input.url).pathname;
    const answer = (body: unknown, status = 200) => new Response(JSON.stringify(body), { status, headers: { "Content-Type": "application/json" } });
    if (path === "/api/sync" && input.method === "GET") return answer({ changes: records, seq: 1, mark: null, more: false });
    if (path === "/api/sync") {
      const { ops } = JSON.parse(await input.text()) as { ops: Op[] };
      sent.push(...ops);
      return answer({ results: ops.map((op) => ({ op_id: op.op_id, status: "applied", version: op.action === "delete" ? 2 : 1, deleted: op.action === "delete", body: op.body ? { id: op.id, ...op.body } : null })) });
    }
    return path in answers ? answer(answers[path]) : answer({ title: "No", status: 404, detail: `Nothing at ${path}`, errors: [] }, 404);
  }) as unknown as typeof fetch;
});

afterEach(async () => {
  await act(async () => endSession());
});

// What it keeps for a week would keep the test running: also what is asked for when a test has ended.
beforeAll(() => queryClient.setDefaultOptions({ queries: { ...queryClient.getDefaultOptions().queries, gcTime: Infinity } }));

const show = (what: React.ReactElement) =>
  render(
    <QueryClientProvider client={queryClient}>
      <SyncProvider>
        <ToastProvider>{what}</ToastProvider>
      </SyncProvider>
    </QueryClientProvider>,
  );

test("recipes are searched on the device", async () => {
  answers["/api/recipes"] = { items: [RECIPE, { ...RECIPE, id: "soup", name: "Tomato Soup", ingredients: [{ name: "Tomatoes" }] }], next_cursor: null };
  answers["/api/recipes/me"] = { items: [], next_cursor: null };
  await show(<RecipesScreen />);
  expect(await screen.findByText("2 recipes")).toBeTruthy();
  await fireEvent.changeText(screen.getByLabelText("Search recipes"), "lentil");
  expect(screen.getByText("1 recipe")).toBeTruthy();
  expect(screen.queryByText("Tomato Soup")).toBeNull();
});

test("a recipe scales, and a serving of it is logged", async () => {
  mockParams.current = { id: "dal" };
  answers["/api/recipes/me/dal"] = RECIPE;
  await show(<RecipeScreen />);
  expect(await screen.findByText("150 g lentils")).toBeTruthy();
  await fireEvent.press(screen.getByRole("button", { name: "More servings" }));
  expect(screen.getByText("225 g lentils")).toBeTruthy();
  expect(screen.getByText("Contains mustard.")).toBeTruthy();
  await fireEvent.press(screen.getByRole("button", { name: "Log a serving" }));
  await fireEvent.press(screen.getByRole("button", { name: "Log it" }));
  await waitFor(() => expect(sent).toHaveLength(1));
  expect(sent[0]).toMatchObject({ kind: "meal", action: "create", body: { items: [{ recipe_id: "dal", amount: 1, unit: "serving", nutrients: { energy_kcal: 400, protein_g: 22 } }] } });
});

test("a planned meal is logged as it is planned, once, and taken back", async () => {
  given("meal_plan", PLAN.id, PLAN);
  await show(<MealPlanScreen />);
  expect(await screen.findByText("Vitamin D: 20 %")).toBeTruthy();
  const eat = screen.getByRole("button", { name: "I ate this: Lentil Dal" });
  await fireEvent.press(eat);
  const undo = await screen.findByRole("button", { name: "Undo: Lentil Dal" });
  await waitFor(() => expect(sent).toHaveLength(1));
  expect(sent[0]).toMatchObject({ kind: "meal", body: { slot: "dinner", items: PLAN.days[0]!.meals[0]!.items } });
  await fireEvent.press(undo);
  await waitFor(() => expect(sent.map((op) => op.action)).toEqual(["create", "delete"]));
  expect(await screen.findByRole("button", { name: "I ate this: Lentil Dal" })).toBeTruthy();
});

test("what a plan cannot meet is said, and what is offered is asked for", async () => {
  answers["/api/nutrition/meal-plans/generate"] = { ...PLAN, days: [], clashes: [{ constraints: ["cooking_time", "protein"], text: "No.", certain: true, changes: [{ field: "max_minutes", value: 30, text: "30 minutes" }] }] };
  await show(<MealPlanScreen />);
  await fireEvent.press(await screen.findByRole("button", { name: "Make a plan" }));
  const make = screen.getByRole("button", { name: "Make my plan" });
  await waitFor(() => expect(make).toBeEnabled());
  await fireEvent.press(make);
  expect(await screen.findByText("These cannot all be had at once: the cooking time and the protein.")).toBeTruthy();
  await fireEvent.press(screen.getByRole("button", { name: "Up to 30 min a meal" }));
  await waitFor(() => expect(asked("/api/nutrition/meal-plans/generate")).toBe(2));
});

const asked = (path: string) => (globalThis.fetch as jest.Mock).mock.calls.filter(([request]) => new URL((request as Request).url).pathname === path).length;

test("groceries are ticked off", async () => {
  given("meal_plan", PLAN.id, PLAN);
  answers[`/api/nutrition/meal-plans/me/${PLAN.id}/groceries`] = { aisles: [{ aisle: "grains", items: [{ food_id: "lentils", name: "Lentils", grams: 300, shown: "300 g", for: ["Lentil Dal"] }] }] };
  await show(<GroceriesScreen />);
  await fireEvent.press(await screen.findByLabelText("Lentils, 300 g"));
  expect(screen.getByText("All of it. Enjoy cooking.")).toBeTruthy();
  expect(screen.queryByRole("button", { name: "Share list" })).toBeNull();
});

test("too little data says what to do", async () => {
  answers["/api/nutrition/expenditure/me"] = { missing: [], formula: { expenditure_kcal: 2100, source: "Mifflin-St Jeor x 1.4" }, series: [] };
  await show(<ExpenditureScreen />);
  expect(await screen.findByText("2,100")).toBeTruthy();
  expect(screen.getByText("To measure it instead: log 7 more full days of food. Weigh in 3 more times.")).toBeTruthy();
});

test("a recipe that is written is saved as it was typed", async () => {
  queryClient.setQueryData(keys.recipes("en"), []);
  answers["/api/foods"] = { items: [{ id: "oats", name: "Oats", source: "x", per_100g: { energy_kcal: 380 }, portions: [] }], next_cursor: null };
  await show(<EditRecipeScreen />);
  await fireEvent.changeText(await screen.findByLabelText("Name"), "Porridge");
  await fireEvent.press(screen.getByRole("button", { name: "Save" }));
  expect(screen.getByText("Add at least one ingredient.")).toBeTruthy();
  await fireEvent.press(screen.getByRole("button", { name: "Add ingredient" }));
  await fireEvent.changeText(screen.getByLabelText("Search foods"), "oats");
  await fireEvent.press(await screen.findByRole("button", { name: /^Oats/ }));
  expect(screen.getByText("190 kcal")).toBeTruthy();
  await fireEvent.press(screen.getByRole("button", { name: "Save" }));
  await waitFor(() => expect(sent).toHaveLength(1));
  expect(sent[0]).toMatchObject({ kind: "recipe", body: { name: "Porridge", servings: 2, ingredients: [{ food_id: "oats", grams: 100, label: "100 g Oats" }] } });
  expect(mockRouter.replace).toHaveBeenCalledWith(`/recipe/${sent[0]!.id}`);
});

test("one's own food is an ingredient before the server knows of it", async () => {
  given("food", "mine", { name: "Müsli Mix", per_100g: { energy_kcal: 400 }, portions: [] });
  queryClient.setQueryData(keys.recipes("en"), []);
  answers["/api/foods"] = { items: [], next_cursor: null };
  await show(<EditRecipeScreen />);
  await fireEvent.press(await screen.findByRole("button", { name: "Add ingredient" }));
  await fireEvent.changeText(screen.getByLabelText("Search foods"), "musli");
  await fireEvent.press(await screen.findByRole("button", { name: /^Müsli Mix/ }));
  expect(screen.getByText("200 kcal")).toBeTruthy();
});

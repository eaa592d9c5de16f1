import { QueryClientProvider } from "@tanstack/react-query";
import { act, cleanup, fireEvent, render, screen, waitFor } from "@testing-library/react-native";
import { queryClient } from "@/api/query";
import { endSession, startSession } from "@/api/session";
import i18n from "@/i18n";
import words, { measures } from "@/i18n/es";
import { dayOf } from "@/lib/day";
import { SyncProvider } from "@/sync/provider";
import type { Op, ServerRecord } from "@/sync/records";
import { ToastProvider } from "@/ui";
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
jest.mock("expo-image", () => ({ Image: () => null }));
jest.mock("expo-image-picker", () => ({ launchImageLibraryAsync: jest.fn() }));
const mockParams: { current: Record<string, string> } = { current: {} };
jest.mock("expo-router", () => ({ useLocalSearchParams: () => mockParams.current, router: { push: () => undefined, replace: () => undefined, back: () => undefined, canGoBack: () => true } }));

i18n.addResourceBundle("es", "translation", words).addResourceBundle("es", "measures", measures);

const TODAY = dayOf(new Date());
const ID = "0190a0a0-0000-7000-8000-000000000001";
const dal = (name: string, label: string, food: string, step: string) => ({ id: "dal", name, servings: 2, minutes: 30, tags: ["vegan"], allergens: [], may_contain: [], ingredients: [{ food_id: "oil", grams: 13.5, label, name: food }], steps: [step], source: "fitzen", per_serving: { energy_kcal: 400, protein_g: 22 } });
const SAID = { en: dal("Lentil Dal", "1 tbsp olive oil", "Olive oil", "Boil the lentils."), es: dal("Dal de lentejas", "1 cucharada de aceite de oliva", "Aceite de oliva", "Cuece las lentejas.") };
const plan = (name: string, nuts: string) => ({
  id: ID,
  starts_on: TODAY,
  targets: null,
  days: [{ day: TODAY, totals: { energy_kcal: 600 }, shortfalls: [], meals: [{ slot: "dinner", name, recipe_id: "dal", minutes: 30, totals: { energy_kcal: 600, protein_g: 33 }, items: [{ recipe_id: "dal", name, amount: 1.5, unit: "serving", nutrients: {} }, { food_id: "nuts", name: nuts, amount: 28, unit: "g", grams: 28, nutrients: {} }] }] }],
});
const PLANS = { en: plan("Lentil Dal", "Walnuts"), es: plan("Dal de lentejas", "Nueces") };
const groceries = (name: string) => ({ aisles: [{ aisle: "oils", items: [{ food_id: "oil", name, grams: 30, shown: "30 g", for: [] }] }] });

let sent: Op[];
let reached: boolean;
let asked: URL[];

queryClient.setDefaultOptions({ queries: { gcTime: Infinity, retry: false } }); // nothing is left to wait for when the tests are over

beforeEach(async () => {
  [sent, reached, asked] = [[], true, []];
  mockParams.current = {};
  queryClient.clear();
  await i18n.changeLanguage("es");
  const records: ServerRecord[] = [
    { kind: "user", id: "u1", version: 1, deleted: false, body: { id: "u1", units: "metric", time_zone: Intl.DateTimeFormat().resolvedOptions().timeZone } },
    { kind: "meal_plan", id: ID, version: 1, deleted: false, body: PLANS.en },
  ];
  await startSession({ access_token: "a", refresh_token: "r", expires_in: 9999 }, "u1");
  globalThis.fetch = jest.fn(async (input: Request) => {
    const url = new URL(input.url);
    const answer = (body: unknown) => new Response(JSON.stringify(body), { status: 200, headers: { "Content-Type": "application/json" } });
    if (url.pathname === "/api/sync" && input.method === "GET") return answer({ changes: records, seq: 1, mark: null, more: false });
    if (url.pathname === "/api/sync") {
      const { ops } = JSON.parse(await input.text()) as { ops: Op[] };
      sent.push(...ops);
      return answer({ results: ops.map((op) => ({ op_id: op.op_id, status: "applied", version: 1, deleted: false, body: { id: op.id, ...op.body } })) });
    }
    asked.push(url);
    if (!reached) throw new TypeError("Network request failed");
    const language = url.searchParams.get("lang") === "es" ? "es" : "en";
    const answers: Record<string, unknown> = {
      "/api/recipes": { items: [SAID[language]], next_cursor: null },
      "/api/recipes/me": { items: [], next_cursor: null },
      "/api/recipes/me/dal": SAID[language],
      [`/api/nutrition/meal-plans/me/${ID}`]: PLANS[language],
      [`/api/nutrition/meal-plans/me/${ID}/groceries`]: groceries(SAID[language].ingredients[0]!.name),
    };
    return answer(answers[url.pathname]);
  }) as unknown as typeof fetch;
});

afterEach(async () => {
  await cleanup(); // a screen that is still there would ask anew in the other language
  await act(async () => endSession());
  await act(async () => i18n.changeLanguage("en"));
});

const show = (what: React.ReactElement) =>
  render(
    <QueryClientProvider client={queryClient}>
      <SyncProvider>
        <ToastProvider>{what}</ToastProvider>
      </SyncProvider>
    </QueryClientProvider>,
  );

test("recipes are Spanish, are found in singular and plural, and each language has its own", async () => {
  await show(<RecipesScreen />);
  expect(await screen.findByText("Dal de lentejas")).toBeTruthy();
  await fireEvent.changeText(screen.getByLabelText("Buscar recetas"), "lenteja con aceites");
  expect(screen.getByText("1 receta")).toBeTruthy();
  await fireEvent.changeText(screen.getByLabelText("Buscar recetas"), "");
  await act(async () => i18n.changeLanguage("en"));
  expect(await screen.findByText("Lentil Dal")).toBeTruthy();
  expect(screen.queryByText("Dal de lentejas")).toBeNull();
});

test("a recipe is Spanish, and for more of it measures are in the plural", async () => {
  mockParams.current = { id: "dal" };
  await show(<RecipeScreen />);
  expect(await screen.findByText("1 cucharada de aceite de oliva")).toBeTruthy();
  expect(screen.getByText("Cuece las lentejas.")).toBeTruthy();
  await fireEvent.press(screen.getByRole("button", { name: "Más raciones" }));
  expect(screen.getByText("1½ cucharadas de aceite de oliva")).toBeTruthy();
});

test("a plan that is kept in English is shown and logged in Spanish", async () => {
  await show(<MealPlanScreen />);
  const eat = await screen.findByRole("button", { name: "Me lo he comido: Dal de lentejas" });
  expect(await screen.findByText("Nueces")).toBeTruthy();
  await fireEvent.press(eat);
  await waitFor(() => expect(sent).toHaveLength(1));
  expect(sent[0]).toMatchObject({ kind: "meal", body: { name: "Dal de lentejas", items: PLANS.es.days[0]!.meals[0]!.items } });
});

test("without a network a plan has the names that the device knows", async () => {
  await queryClient.prefetchQuery({ queryKey: ["recipes", "es"], queryFn: () => [SAID.es] });
  reached = false;
  await show(<MealPlanScreen />);
  expect(await screen.findByRole("button", { name: "Me lo he comido: Dal de lentejas" })).toBeTruthy();
  expect(screen.getByText("Walnuts")).toBeTruthy();
});

test("groceries are Spanish; in English nothing says a language", async () => {
  await show(<GroceriesScreen />);
  expect(await screen.findByLabelText("Aceite de oliva, 30 g")).toBeTruthy();
  await act(async () => i18n.changeLanguage("en"));
  expect(await screen.findByLabelText("Olive oil, 30 g")).toBeTruthy();
  expect(asked.map((url) => url.searchParams.get("lang"))).toEqual(["es", null]);
});

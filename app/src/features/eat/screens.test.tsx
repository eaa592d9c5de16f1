import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { fireEvent, render, screen, waitFor } from "@testing-library/react-native";
import type { ReactElement } from "react";
import "@/i18n";
import { daysBefore, dayOf } from "@/lib/day";
import { Phone } from "@/sync/phone";
import { MemoryDisk, World } from "@/sync/testing/world";
import { WRITABLE } from "@/sync/writable";
import { AddScreen } from "./add/screen";
import { basketOf } from "./basket";
import { FoodScreen } from "./food/screen";
import { MealScreen } from "./meal/screen";
import { OwnFoodScreen } from "./own/screen";
import { mealsOf } from "./rules/diary";
import { itemOf } from "./rules/portion";
import { EatScreen } from "./screen";
import { logMeal } from "./write";

let mockPhone: Phone;
let mockParams: Record<string, string> = {};
let mockOnline = true;
let mockUser = 0;
const mockWent: unknown[] = [];

jest.mock("expo-router", () => ({
  router: { push: (to: unknown) => mockWent.push(to), replace: (to: unknown) => mockWent.push(to), dismissTo: (to: unknown) => mockWent.push(to), back: () => mockWent.push("back"), canGoBack: () => true },
  useLocalSearchParams: () => mockParams,
}));
jest.mock("@/sync/provider", () => {
  const { useSyncExternalStore } = jest.requireActual<typeof import("react")>("react");
  const useRecords = (kinds: string[], read: (phone: Phone) => unknown) => {
    "use no memo";
    useSyncExternalStore(
      (listener: () => void) => mockPhone.subscribe(listener),
      () => kinds.reduce((sum, kind) => sum + mockPhone.turnOf(kind), 0),
    );
    return read(mockPhone);
  };
  return { useRecords, useRecord: (kind: string, id: string) => useRecords([kind], (phone) => phone.view(kind, id)), useSync: () => ({ phone: mockPhone, state: mockOnline ? "idle" : "offline", syncNow: () => undefined }) };
});
jest.mock("@/sync/me", () => ({ useMe: () => ({ id: "u", time_zone: undefined }), useUnits: () => "metric" }));
jest.mock("@/api/use-session", () => ({ useSession: () => ({ userId: `u${mockUser}` }) }));
jest.mock("@/api/session", () => ({ accessToken: async () => "a", currentSession: () => null }));
jest.mock("@/lib/use-online", () => ({ useOnline: () => mockOnline }));
jest.mock("@/lib/uploads", () => ({ useUploads: () => ({ uploads: null, waiting: [] }) }));
jest.mock("@/lib/pictures/kept", () => ({ useKeptPicture: () => null }));
let mockIds = 0;
jest.mock("@/lib/id", () => ({ newId: () => `id-${(mockIds += 1)}` }));
jest.mock("expo-image", () => ({ Image: () => null }));

const TODAY = dayOf(new Date());
const EGG = { id: "usda-01123", name: "Egg, whole, raw", source: "USDA", per_100g: { energy_kcal: 143, protein_g: 12.56 }, portions: [{ label: "large", amount: 1, grams: 50 }] };
const answers = new Map<string, unknown>();

beforeEach(async () => {
  const world = new World();
  mockPhone = await Phone.open(world.carry, new MemoryDisk(), world.newId, WRITABLE);
  mockParams = {};
  mockOnline = true;
  mockUser += 1;
  mockWent.length = 0;
  answers.clear();
  globalThis.fetch = jest.fn(async (input: Request) => {
    if (!mockOnline) throw new TypeError("Failed to fetch");
    const found = answers.get(new URL(input.url).pathname);
    return new Response(JSON.stringify(found ?? { items: [] }), { status: found || input.method === "GET" ? 200 : 404, headers: { "Content-Type": "application/json" } });
  }) as unknown as typeof fetch;
});

let client: QueryClient;
async function show(element: ReactElement): Promise<void> {
  client = new QueryClient({ defaultOptions: { queries: { retry: false, gcTime: Infinity } } });
  await render(<QueryClientProvider client={client}>{element}</QueryClientProvider>);
}
afterEach(() => client.clear());

const eaten = (day: string, slot: "breakfast" | "lunch" = "breakfast") => logMeal(mockPhone, { day, slot, clock: "08:00", items: [itemOf(EGG, 2, { unit: "large", grams: 50 })] });

test("a day is worked out on the device; targets come from the server, and what is left of them", async () => {
  answers.set("/api/nutrition/summary/me", { targets: { energy_kcal: 2000, protein_g: 100, carbs_g: 200, fat_g: 70, fiber_g: 30 }, missing: [], micronutrients: [{ nutrient: "iron_mg", label: "Iron", reference: 8, kind: "rda", unknown: 0 }], water_target_ml: 2000 });
  await eaten(TODAY);
  await show(<EatScreen />);
  expect(screen.getByText("143 kcal · 13 g protein")).toBeTruthy();
  await screen.findByLabelText("143 of 2,000 kcal, 13 of 100 g of protein");
  expect(screen.getByText("87 g left")).toBeTruthy();
  expect(screen.getByText("nothing you ate says how much")).toBeTruthy(); // the egg says nothing of iron
});

test("yesterday is copied by one tap", async () => {
  await eaten(daysBefore(TODAY, 1));
  await eaten(daysBefore(TODAY, 1), "lunch");
  await show(<EatScreen />);
  await fireEvent.press(screen.getByRole("button", { name: "As yesterday: Lunch" }));
  await waitFor(() => expect(mealsOf(mockPhone, TODAY).map((meal) => meal.slot)).toEqual(["lunch"]));
});

test("words become a draft; nothing is a meal until it is saved", async () => {
  answers.set("/api/nutrition/parse", { items: [{ food_id: EGG.id, name: EGG.name, amount: 2, unit: "large", grams: 100, confidence: 0.6, alternatives: [], text: "two eggs", nutrients: { energy_kcal: 143 } }], totals: {}, unknown: {}, not_understood: ["zzxqy"] });
  mockParams = { day: TODAY, slot: "dinner" };
  await show(<AddScreen />);
  await fireEvent.changeText(await screen.findByLabelText("What did you eat?"), "two eggs and zzxqy");
  await fireEvent.press(screen.getByRole("button", { name: "Read this as a meal" }));
  await screen.findByText("Please check: “two eggs”");
  expect(screen.getByText("Not understood: zzxqy")).toBeTruthy();
  expect(mealsOf(mockPhone, TODAY)).toHaveLength(0);
  await fireEvent.press(screen.getByRole("button", { name: "Save Dinner · 143 kcal" }));
  await waitFor(() => expect(mealsOf(mockPhone, TODAY)).toMatchObject([{ slot: "dinner", items: [{ food_id: EGG.id, grams: 100 }] }]));
  expect(mockWent).toEqual(["back"]);
});

test("without a network words are read as far as they are known, and the rest is kept", async () => {
  await eaten(daysBefore(TODAY, 1));
  mockOnline = false;
  mockParams = { day: TODAY, slot: "lunch" };
  await show(<AddScreen />);
  await fireEvent.changeText(await screen.findByLabelText("What did you eat?"), "3 eggs and a strange fish");
  await fireEvent.press(screen.getByRole("button", { name: "Read this as a meal" }));
  await screen.findByText("3 large · 150 g");
  expect(basketOf(`u${mockUser}`).get().later).toMatchObject([{ text: "a strange fish", slot: "lunch", day: TODAY }]);
});

test("figures alone can be logged; what is left empty is not 0", async () => {
  mockParams = { day: TODAY, slot: "snack" };
  await show(<AddScreen />);
  await fireEvent.press(await screen.findByRole("button", { name: "Quick add" }));
  await fireEvent.press(screen.getByRole("button", { name: "Add to the meal" }));
  await screen.findByText("Give at least one figure.");
  await fireEvent.changeText(screen.getByLabelText("Energy (kcal)"), "250");
  await fireEvent.press(screen.getByRole("button", { name: "Add to the meal" }));
  await fireEvent.press(await screen.findByRole("button", { name: "Save Snack · 250 kcal" }));
  await waitFor(() => expect(mealsOf(mockPhone, TODAY)[0]?.items).toEqual([{ custom: true, name: "Quick entry", amount: 1, unit: "serving", nutrients: { energy_kcal: 250 } }]));
});

test("a food is starred, measured and put to the meal", async () => {
  answers.set(`/api/foods/${EGG.id}`, EGG);
  mockParams = { id: EGG.id };
  await show(<FoodScreen />);
  await fireEvent.press(await screen.findByRole("button", { name: "Favourite" }));
  await waitFor(() => expect(mockPhone.view("favourite", EGG.id)).not.toBeNull());
  await fireEvent.press(screen.getByRole("radio", { name: "g" }));
  await fireEvent.changeText(screen.getByLabelText("Amount (g)"), "60");
  await fireEvent.press(screen.getByRole("button", { name: "Add to the meal" }));
  expect(basketOf(`u${mockUser}`).get().basket.items.map((each) => [each.item.grams, each.item.nutrients?.energy_kcal])).toEqual([[60, 85.8]]);
});

test("a food of one's own is not saved until its label can be right", async () => {
  mockParams = { barcode: "4006381333931" };
  await show(<OwnFoodScreen />);
  await fireEvent.press(await screen.findByRole("button", { name: "Save and add" }));
  await screen.findByText("Give it a name.");
  expect(mockPhone.all("food")).toHaveLength(0);
  await fireEvent.changeText(screen.getByLabelText("Name"), "Oat bar");
  await fireEvent.changeText(screen.getByLabelText("Energy (kcal)"), "400");
  await fireEvent.press(screen.getByRole("button", { name: "Save and add" }));
  await waitFor(() => expect(mockPhone.all("food")).toMatchObject([{ name: "Oat bar", barcode: "4006381333931", per_100g: { energy_kcal: 400 } }]));
  expect(mockWent).toEqual(["/food"]);
});

test("a meal is changed item by item, and deleted", async () => {
  answers.set(`/api/foods/${EGG.id}`, EGG);
  const id = await eaten(TODAY);
  mockParams = { id };
  await show(<MealScreen />);
  await fireEvent.press(screen.getByText("2 large · 100 g"));
  await fireEvent.press(await screen.findByRole("button", { name: "More" }));
  await fireEvent.press(screen.getByRole("button", { name: "Done" }));
  await waitFor(() => expect(mealsOf(mockPhone, TODAY)[0]?.items[0]).toMatchObject({ amount: 2.5, grams: 125, nutrients: { energy_kcal: 178.8 } }));
  await fireEvent.press(screen.getByRole("button", { name: "Delete this meal" }));
  await waitFor(() => expect(mealsOf(mockPhone, TODAY)).toHaveLength(0));
  expect(mockWent).toEqual(["back"]);
});

import { render, screen } from "@testing-library/react-native";
import "@/i18n";
import { CardView } from ".";

const macros = { energy_kcal: 143, protein_g: 12.6 };
const set = { kind: "normal", reps: 8, weight: 60 };

/** One card of each type as the server sends it, and what must be read on it. */
const CARDS: [type: string, data: Record<string, unknown>, said: (string | RegExp)[]][] = [
  ["workout_draft", { name: "Push", day: "2026-11-26", unit: "kg", exercises: [{ name: "Bench Press", sets: [{ kind: "warmup", reps: 10, weight: 20 }, set, set, { ...set, rpe: 9 }] }] }, ["Push", "Bench Press", "2 × 8 reps, 60 kg", "warm-up", "RPE 9"]],
  ["meal_draft", { slot: "breakfast", day: "2026-11-26", time: "08:00", items: [{ name: "Egg", amount: "2 large (100 g)", assumed: true, ...macros }, { name: "Toast", amount: "30 g" }], totals: macros, unknown: { fibre: 1 } }, ["Breakfast", "Egg", /a usual portion/, "143 kcal · Protein 13 g", "Not known for all: fibre"]],
  ["profile_draft", { changes: [{ field: "Height", before: "", after: "178 cm" }] }, ["Your profile", "nothing → 178 cm"]],
  ["food", { food: "Oats", amount: "60 g", per_100g: { energy_kcal: 372 }, in_amount: { energy_kcal: 223 }, more_in_amount: { Iron: "2.6 mg" }, more_per_100g: {} }, ["Oats", "223 kcal", "372 kcal", "2.6 mg"]],
  ["recipes", { items: [{ name: "Lentil soup", minutes: 35, per_serving: macros, why: "It fits." }] }, ["Lentil soup", "35 min · 143 kcal · Protein 13 g", "It fits."]],
  ["session", { name: "Upper A", why: "It is its turn.", exercises: [{ name: "Row", sets: "3x8 at 50 kg", warm_up: "1x10 at 25 kg", why: "", rest: "2 min" }] }, ["Upper A", "3x8 at 50 kg", "Warm-up: 1x10 at 25 kg", "Rest 2 min"]],
  ["plan", { name: "Full body", weeks: 8, days_per_week: 3, days: [{ name: "Day A", minutes: 50, exercises: [{ name: "Squat", sets: "3 sets of 6-10", why: "", swaps: ["Leg press"] }] }], volume: [{ muscle: "quads", sets: 9 }], notes: ["Rest well."], changes: ["Two days instead of three"], volume_changes: [{ muscle: "quads", before: 12, after: 9 }] }, ["8 weeks · 3 days a week", "What changes", "Two days instead of three", "quads: 12 → 9", "Day A · 50 min", "Or: Leg press", "Rest well."]],
  ["series", { title: "Weight", unit: "kg", points: [{ day: "2026-11-01", value: 80 }, { day: "2026-11-08", value: null }, { day: "2026-11-15", value: 79.2 }] }, ["Weight", /80 kg .* → 79.2 kg/]],
  ["table", { title: "Sleep", columns: ["Day", "Hours"], rows: [["Mon", "7.5"]] }, ["Sleep", "Hours", "7.5"]],
  ["comparison", { title: "Protein", sides: [{ label: "this week", value: "120 g", days: "5 of 7" }, { label: "last week", value: "100 g", days: "7 of 7" }], difference: "20 g more (20.0%)" }, ["120 g", "5 of 7", "20 g more (20.0%)"]],
  ["exercises", { items: [{ name: "Push-up", muscles: ["chest"], equipment: [], cues: ["Brace"], easier: ["Wall push-up"], harder: [] }] }, ["Push-up", "Chest", "Brace", "Wall push-up"]],
  ["meal_plan_draft", { starts_on: "2026-11-27", targets: { energy_kcal: "2,200", protein_g: "140" }, days: [{ day: "27 Nov 2026", energy_kcal: "2,180", meals: [{ slot: "lunch", name: "Chili", servings: "1.5", with: ["Rice"], energy_kcal: "700" }] }] }, ["2,200 kcal and 140 g of protein a day", /Chili/, "1.5 servings · with Rice · 700 kcal"]],
  ["meal_swap", { day: "2026-11-27", slot: "dinner", before: { slot: "dinner", name: "Chili", energy_kcal: "700" }, after: { slot: "dinner", name: "Curry", energy_kcal: "690" } }, ["Dinner", "Before", /Chili/, "After", /Curry/]],
  ["water_draft", { amount: "500 ml", day: "2026-11-26", today: true, time: "10:00", day_total: "1,250 ml" }, ["Water", "500 ml", "1,250 ml"]],
  ["measurement_draft", { key: "weight_kg", metric: "weight", value: "81.4 kg", day: "2026-11-26", time: "07:00", before: { value: "82 kg", day: "20 Nov 2026", change: "0.6 kg less" } }, ["81.4 kg", "82 kg, 20 Nov 2026, 0.6 kg less"]],
  ["checkin_draft", { habit: "Walk", value: "done", day: "2026-11-26", streak: 4 }, ["Walk", "done"]],
  ["goal_draft", { kind: "weight", title: "Weigh 75 kg", target: "75 kg", start: "81 kg", why: "0.5 kg a week.", warnings: [] }, ["Weigh 75 kg", "0.5 kg a week."]],
  ["reminder_draft", { kind: "workout", title: "Train", at: "18:00", days: "on weekdays", first: { day: "27 Nov 2026", at: "18:00" } }, ["Train", "on weekdays", "27 Nov 2026, 18:00"]],
];

test.each(CARDS)("a %s is shown", async (type, data, said) => {
  await render(<CardView card={{ type, data }} />);
  for (const text of said) expect(screen.getAllByText(text).length).toBeGreaterThan(0);
});

test.each(CARDS.map(([type, data]) => [type, Object.keys(data)] as const))("a %s of another shape is no crash", async (type, names) => {
  for (const value of [null, 7, "x", [], [null], [["x"]], {}, { a: [1] }]) {
    const { unmount } = await render(<CardView card={{ type, data: Object.fromEntries(names.map((name) => [name, value])) }} />);
    await unmount();
  }
});

test("an unknown type is its keys and values", async () => {
  await render(<CardView card={{ type: "moon_phase", data: { phase_name: "full", nights: [1, 2], more: { bright: true } } }} />);
  for (const text of ["Moon phase", "Phase name", "full", "1, 2", "Bright: ✓"]) expect(screen.getByText(text)).toBeTruthy();
});

test("no type's name is taken for a property of every object", async () => {
  await render(<CardView card={{ type: "constructor", data: { a: "b" } }} />);
  expect(screen.getByText("b")).toBeTruthy();
});

import AsyncStorage from "@react-native-async-storage/async-storage";
import { fireEvent, screen } from "@testing-library/react-native";
import { router } from "expo-router";
import "@/i18n";
import { queryClient } from "@/api/query";
import { daysBefore } from "@/lib/day";
import { Stage, TODAY } from "@/sync/testing/stage";
import { repMaxes } from "./bests";
import { bestRecords, nextStep, trendChange, type Broken, type Figures } from "./figures";
import { RecordsScreen } from "./records-screen";
import { ReviewScreen } from "./screen";
import { spanBefore, spanOf } from "./spans";

let mockDisk: Stage["disk"];
jest.mock("@/sync/open-disk", () => ({ openDisk: async () => mockDisk }));
jest.mock("@/lib/secrets", () => jest.requireActual("@/sync/testing/secrets"));
jest.mock("@/lib/online", () => ({ onOnline: () => () => undefined, onOffline: () => () => undefined }));
jest.mock("@/ui/motion", () => ({ useGrowing: (value: number) => value }));
jest.mock("expo-router", () => ({ router: { push: jest.fn(), replace: jest.fn(), back: jest.fn(), canGoBack: () => false } }));
jest.mock("./share/picture", () => ({ sharePicture: jest.fn(async () => "saved") }));

const LAST = spanOf("week", TODAY, 1);
const EARLIER = spanOf("week", TODAY, 2);

const workout = (id: string, day: string, more: object = {}) => ({
  kind: "workout",
  id,
  body: { id, name: "Upper", started_at: `${day}T18:00:00+01:00`, ended_at: `${day}T19:00:00+01:00`, day, exercises: [{ exercise_id: "barbell-bench-press", sets: [{ reps: 5, weight_kg: 80 }] }], totals: { volume_kg: 4000, sets: 12, reps: 80 }, records: [], ...more },
});
const weighed = (day: string, value: number) => ({ kind: "measurement", id: `w${day}`, body: { id: `w${day}`, metric: "weight_kg", value, day, taken_at: `${day}T07:00:00+01:00` } });
const eaten = (day: string, energy_kcal: number, protein_g: number) => ({ kind: "meal_day", id: day, body: { day, items: 3, totals: { energy_kcal, protein_g } } });
const RECORD = { exercise_id: "barbell-bench-press", metric: "e1rm_kg", value: 100, previous: 97.5 };

const WEEK = [
  workout("a", LAST.from, { records: [RECORD, { ...RECORD, metric: "volume_kg", value: 400, previous: null }] }),
  workout("b", daysBefore(LAST.to, 2)),
  workout("c", EARLIER.from),
  eaten(LAST.from, 2400, 150),
  eaten(daysBefore(LAST.from, -1), 2600, 170),
  weighed(LAST.from, 79),
  weighed(EARLIER.from, 80),
];

let stage: Stage;
afterEach(() => queryClient.clear()); // what it keeps for a week would keep the process
beforeEach(async () => {
  await AsyncStorage.clear();
  stage = new Stage();
  mockDisk = stage.disk;
});

test("weeks begin on Monday and months on their first, and what runs is compared with as many days", () => {
  expect(spanOf("week", "2026-11-26", 0)).toEqual({ scale: "week", from: "2026-11-23", to: "2026-11-29", until: "2026-11-26", runs: true });
  expect(spanOf("month", "2026-03-31", 1)).toEqual({ scale: "month", from: "2026-02-01", to: "2026-02-28", until: "2026-02-28", runs: false });
  expect(spanBefore(spanOf("month", "2026-03-31", 0), "2026-03-31", 0).until).toBe("2026-02-28");
  expect(spanBefore(spanOf("week", "2026-11-26", 0), "2026-11-26", 0)).toMatchObject({ from: "2026-11-16", until: "2026-11-19" });
});

test("a week opens without a network, with its figures against the one before", async () => {
  stage.isOffline = true;
  await stage.show(<ReviewScreen />, WEEK);
  await fireEvent.press(await screen.findByRole("button", { name: "Earlier" }));
  expect(await screen.findByText("+1 against the week before")).toBeTruthy();
  expect(screen.getByText("8 t")).toBeTruthy();
  expect(screen.getByText("2 h 0 min")).toBeTruthy();
  expect(screen.getByText("2,500 kcal")).toBeTruthy();
  expect(screen.getByText("Logged on 2 of 7 days")).toBeTruthy();
  expect(screen.getByText("-1 kg")).toBeTruthy();
  expect(screen.getByText("Average against the time before")).toBeTruthy();
  expect(screen.getByText("100\u00a0kg")).toBeTruthy();
});

test("the weight is not on the picture until it is chosen, and the choice is kept", async () => {
  await stage.show(<ReviewScreen />, WEEK);
  await fireEvent.press(await screen.findByRole("button", { name: "Earlier" }));
  await fireEvent.press(screen.getByRole("button", { name: "Share as a picture" }));
  const picture = () => screen.getByLabelText(/^Picture of /).props["aria-label"] as string;
  expect(picture()).toContain("2 sessions");
  expect(picture()).toContain("100\u00a0kg");
  expect(picture()).not.toContain("-1 kg");
  await fireEvent.press(screen.getByRole("checkbox", { name: "Weight" }));
  expect(picture()).toContain("-1 kg weight");
  await fireEvent.press(screen.getByRole("checkbox", { name: "Training" }));
  expect(picture()).not.toContain("sessions");
  await fireEvent.press(screen.getByRole("button", { name: "Share" }));
  expect(await screen.findByText("Saved as a picture")).toBeTruthy();
  expect(JSON.parse((await AsyncStorage.getItem("fitzen.kept.review.parts"))!)).toContain("weight");
});

test("records are told newest first and by exercise, a first mark is none", async () => {
  stage.replies.set("GET /api/achievements/me", { body: { items: [{ id: "sessions-10", title: "10 workouts", text: "", share: "", earned_on: "2026-10-01", awarded_at: "2026-10-01T00:00:00Z", value: 10, evidence: [] }], next_cursor: null, earned: [], of: 26 } });
  const best = { kind: "best", id: "barbell-bench-press", body: { exercise_id: "barbell-bench-press", sessions: 3, metrics: { e1rm_kg: { value: 100, workout_id: "a", at: `${LAST.from}T18:00:00Z` } } } };
  await stage.show(<RecordsScreen />, [...WEEK, best]);
  expect(await screen.findByText("+2.5\u00a0kg")).toBeTruthy();
  expect(screen.getAllByText("Barbell bench press")).toHaveLength(1);
  expect(await screen.findByText("10 sessions")).toBeTruthy();
  expect(screen.getByText("1 of 26")).toBeTruthy();
  await fireEvent.press(screen.getByRole("radio", { name: "By exercise" }));
  await fireEvent.press(screen.getByRole("button", { name: /^Barbell bench press/ }));
  expect(router.push).toHaveBeenCalledWith({ pathname: "/exercise/[id]", params: { id: "barbell-bench-press" } });
});

test("the heaviest by reps leaves out what a longer set has beaten, and warm-ups", () => {
  const lift = (day: string, ...sets: [number, number, string?][]) => ({ exercise_id: "x", day, sets: sets.map(([reps, weight_kg, kind]) => ({ reps, weight_kg, kind: (kind ?? "normal") as "normal", done: true })) });
  expect(repMaxes([lift("2026-01-01", [5, 100], [1, 100], [8, 80]), lift("2026-02-01", [1, 120], [3, 130, "warmup"])])).toEqual([
    { reps: 1, kg: 120, day: "2026-02-01" },
    { reps: 5, kg: 100, day: "2026-01-01" },
    { reps: 8, kg: 80, day: "2026-01-01" },
  ]);
});

test("of an exercise's records the estimated maximum stands for it", () => {
  const broken = (metric: Broken["metric"], value: number): Broken => ({ exercise_id: "x", metric, value, previous: 1, day: "2026-01-01", workoutId: "a" });
  expect(bestRecords([broken("volume_kg", 900), broken("e1rm_kg", 99), broken("weight_kg", 90), broken("e1rm_kg", 101)]).map(({ value }) => value)).toEqual([101]);
});

test("the trend's change is from before the span to its last day", () => {
  const point = (day: string, level: number) => ({ at: `${day}T07:00:00Z`, day, value: level, level });
  const trend = { metric: "weight_kg", after: "", cut: false, why: "", points: [point("2026-11-10", 80), point("2026-11-15", 79.8), point("2026-11-18", 79.5), point("2026-11-22", 79.2), point("2026-11-24", 79)] } as unknown as Parameters<typeof trendChange>[0];
  expect(trendChange(trend, spanOf("week", "2026-11-22", 0))).toBeCloseTo(-0.6, 9);
  expect(trendChange(trend, spanOf("week", "2026-10-01", 0))).toBeNull();
});

const FINE: Figures = { training: { sessions: 3, volume: 1, sets: 1, minutes: 1, records: [], minutesOf: new Map() }, food: { days: 7, energy: 2500, protein: 150 }, weight: { average: 80, count: 2 }, habits: { done: 9, due: 10, weakest: "Walk" }, sleep: 7.5, steps: 9000, days: 7 };

test.each([
  ["train", { training: { ...FINE.training, sessions: 0 } }],
  ["log", { food: { ...FINE.food, days: 2 } }],
  ["protein", { food: { ...FINE.food, protein: 100 } }],
  ["weigh", { weight: { average: null, count: 0 } }],
  ["habit", { habits: { done: 3, due: 10, weakest: "Walk" } }],
  ["sleep", { sleep: 6.2 }],
  ["keep", {}],
] as const)("the next step is to %s", (kind, changes) => {
  expect(nextStep({ ...FINE, ...changes }, 150).kind).toBe(kind);
});

import { configure, fireEvent, screen, waitFor, within } from "@testing-library/react-native";
import AsyncStorage from "@react-native-async-storage/async-storage";
import { readFileSync } from "node:fs";
import { router } from "expo-router";
import { queryClient } from "@/api/query";
import i18n from "@/i18n";
import spanishWords from "@/i18n/es";
import { loadSpanish } from "@/lib/exercises/library";
import { spanish } from "@/lib/exercises/spanish";
import { keep } from "@/lib/kept";
import { forgetRunning } from "@/lib/running";
import { Stage, TODAY, USER } from "@/sync/testing/stage";
import { HistoryScreen } from "./history-screen";
import { ExerciseScreen } from "./library/exercise-screen";
import { ExercisesScreen } from "./library/screen";
import { NewPlanScreen } from "./plan/new-screen";
import { PlanScreen } from "./plan/screen";
import { TrainScreen } from "./screen";
import { VolumeScreen } from "./volume-screen";
import { WorkoutScreen } from "./workout/screen";

let mockDisk: Stage["disk"];
let mockParams: Record<string, string> = {};
jest.mock("@/sync/open-disk", () => ({ openDisk: async () => mockDisk }));
jest.mock("@/lib/secrets", () => jest.requireActual("@/sync/testing/secrets"));
jest.mock("expo-router", () => ({ router: { push: jest.fn(), replace: jest.fn(), back: jest.fn(), canGoBack: () => false }, useLocalSearchParams: () => mockParams }));
jest.mock("@/lib/online", () => ({ onOnline: () => () => undefined, onOffline: () => () => undefined }));
jest.mock("@/ui/reduced-motion", () => ({ useReducedMotion: () => true }));
jest.mock("@/lib/use-online", () => ({ useOnline: () => true }));
jest.mock("react-native-body-highlighter", () => ({ __esModule: true, default: () => null }));
jest.mock("@shopify/flash-list/dist/recyclerview/utils/measureLayout", () => ({
  ...jest.requireActual("@shopify/flash-list/dist/recyclerview/utils/measureLayout"),
  measureParentSize: () => ({ x: 0, y: 0, width: 400, height: 900 }),
  measureFirstChildLayout: () => ({ x: 0, y: 0, width: 400, height: 900 }),
  measureItemLayout: () => ({ x: 0, y: 0, width: 400, height: 64 }),
}));

const LIBRARY = readFileSync(`${__dirname}/../../../../src/fitzen/data/exercises.jsonl`, "utf8").trim().split("\n").map((line) => JSON.parse(line) as { id: string });

configure({ asyncUtilTimeout: 20_000 }); // a machine that is busy is slow, and the first screen compiles the rest

let stage: Stage;
beforeEach(async () => {
  await AsyncStorage.clear();
  jest.mocked(router.push).mockClear();
  stage = new Stage();
  mockDisk = stage.disk;
  mockParams = {};
  stage.replies.set("GET /api/exercises/library", { body: { items: LIBRARY, next_cursor: null } });
});

afterEach(() => queryClient.clear()); // its timers would keep the process

const workout = (id: string, day: string, more: object = {}) => ({
  kind: "workout",
  id,
  body: { id, name: "Upper A", started_at: `${day}T18:00:00Z`, ended_at: `${day}T19:00:00Z`, day, exercises: [{ exercise_id: "barbell-bench-press", sets: [{ kind: "warmup", reps: 8, weight_kg: 40 }, { reps: 5, weight_kg: 80, rir: 2 }] }], totals: { volume_kg: 400, sets: 1, reps: 5 }, records: [], ...more },
});
const exercise = { exercise_id: "barbell-bench-press", sets: [{ kind: "warmup", reps: [8, 8], weight_kg: 40 }, { reps: [6, 10], rir: 3, weight_kg: 80, rest_s: 120 }], why: "The press away from the chest." };
const PLAN = {
  id: "00000000-0000-7000-8000-0000000000aa",
  name: "Muscle, 1 day a week",
  goal: "gain",
  weeks: 4,
  status: "active",
  created_at: "2026-11-01T10:00:00Z",
  days: [1, 2, 3, 4].map((week) => ({ id: `00000000-0000-7000-8000-00000000000${week}`, name: `Full body ${week}`, week, order: 1, minutes: 45, deload: week === 4, exercises: [exercise] })),
  notes: ["Chest gets 8 of 10 sets."],
  given: { goal: "gain", level: "intermediate", days_per_week: 1, minutes: 45, equipment: ["barbell"], focus: [] },
  volume: [{ muscle: "chest", week: 1, sets: 8 }],
  warnings: [],
  changes: [],
};
const plan = (more: object = {}) => ({ kind: "training_plan", id: PLAN.id, body: { ...PLAN, ...more } });
const press = (name: string | RegExp) => fireEvent.press(screen.getByRole("button", { name }));

test("somebody new is led to a plan, or to a free workout", async () => {
  await stage.show(<TrainScreen />);
  await screen.findByText("A plan made for you");
  await press("Make a plan");
  expect(router.push).toHaveBeenLastCalledWith("/plan/new");
  await press("Free workout");
  expect(router.push).toHaveBeenLastCalledWith("/session?free=1");
});

test("the session that is next is the button, and a workout of today fills the strip", async () => {
  await stage.show(<TrainScreen />, [plan(), workout("w1", TODAY, { session_id: PLAN.days[0]!.id, plan_id: PLAN.id })]);
  await screen.findByRole("button", { name: "Start Full body 2" });
  await press("Start Full body 2");
  expect(router.push).toHaveBeenLastCalledWith("/session?planned=1");
  expect(screen.getByRole("link", { name: "Today, trained, Upper A" })).toBeTruthy();
});

test("a session that runs goes on before anything else", async () => {
  await keep(`session.${USER}`, { id: "s1", name: "Leg day", started_at: `${TODAY}T10:00:00Z`, exercises: [], at: null, rest: null, revision: 1 });
  await stage.show(<TrainScreen />, [plan()]);
  await screen.findByRole("button", { name: "Go on with Leg day" });
  expect(screen.queryByRole("button", { name: /^Start|^Free workout/ })).toBeNull();
  await press("Go on with Leg day");
  expect(router.push).toHaveBeenLastCalledWith("/session");
  await forgetRunning(USER);
});

test("the calendar opens where one is, goes through the weeks, and says what was done", async () => {
  await stage.show(<PlanScreen />, [plan(), workout("w1", "2026-11-03", { session_id: PLAN.days[0]!.id })]);
  await screen.findByText("Week 2 of 4");
  expect(screen.getByText("1 × 6–10 · 80 kg · RIR 3")).toBeTruthy();
  expect(screen.getByText("Warm-up 8 × 40 kg · Rest 2 min")).toBeTruthy();
  await press("Earlier week");
  await press(/^Full body 1/);
  expect(screen.getByText(/^You did 5 reps · 80 kg · RIR 2/)).toBeTruthy();
  await fireEvent.press(screen.getByRole("radio", { name: /Week 4.*Lighter week/ }));
  expect(screen.getByText(/^A lighter week/)).toBeTruthy();
  expect(screen.getByText("Chest gets 8 of 10 sets.")).toBeTruthy();
});

test("a plan is paused, and taken up again", async () => {
  await stage.show(<PlanScreen />, [plan()]);
  await screen.findByText("Week 1 of 4");
  await press("Pause this plan");
  await fireEvent.press(screen.getAllByRole("button", { name: "Pause this plan" }).at(-1)!);
  await screen.findByText("A plan made for you");
  await waitFor(() => expect(stage.ops.at(-1)?.body?.status).toBe("proposed"));
  await press(/^Muscle, 1 day a week/);
  await press("Train by this plan");
  await screen.findByText("Week 1 of 4");
});

const SCREENING = { questions: [], answers: {}, answered_at: null, ask_again: false, outcome: "fine", clearance_before: null, careful: false, reasons: [], text: "Fine." };

test("a plan is asked for as the profile says, looked at, and trained by", async () => {
  stage.replies.set("GET /api/users/me/screening", { body: SCREENING });
  stage.replies.set("POST /api/workouts/plans/generate", { status: 201, body: { ...PLAN, status: "proposed" } });
  await stage.show(<NewPlanScreen />, [plan({ status: "proposed" })], { goal: "perform", training_days_per_week: 2, session_minutes: 35, equipment: ["kettlebell"], fitness_level: "advanced" });
  await screen.findByRole("button", { name: "Make my plan" });
  await fireEvent.press(screen.getByRole("button", { name: "More: Days a week" }));
  await fireEvent.changeText(screen.getByLabelText("Leave out"), "burpees, left knee");
  await press("Make my plan");
  await screen.findByText("Muscle, 1 day a week");
  const asked = stage.asked.find((each) => each.path.endsWith("/generate"))?.body;
  expect(asked).toMatchObject({ goal: "perform", level: "advanced", days_per_week: 3, minutes: 35, equipment: ["kettlebell"], avoid: ["burpees", "left knee"], weeks: 6 });
  await press("Train by this plan");
  await waitFor(() => expect(stage.ops.at(-1)).toMatchObject({ kind: "training_plan", action: "update", body: { status: "active" } }));
});

test("what cannot be made is said in the server's words, and what was chosen stays", async () => {
  stage.replies.set("GET /api/users/me/screening", { body: SCREENING });
  stage.replies.set("POST /api/workouts/plans/generate", { status: 422, body: { title: "", status: 422, detail: "", errors: [{ field: "avoid", message: "I know no exercise called “zork”." }] } });
  await stage.show(<NewPlanScreen />);
  await fireEvent.changeText(await screen.findByLabelText("Leave out"), "zork");
  await press("Make my plan");
  expect(await screen.findByText("I know no exercise called “zork”.")).toBeTruthy();
  expect(screen.getByLabelText("Leave out").props.value).toBe("zork");
});

test("who should see a doctor first is told so, and gets no plan until then", async () => {
  stage.replies.set("GET /api/users/me/screening", { body: { ...SCREENING, outcome: "clearance_needed", clearance_before: "any", careful: true, text: "Please see a doctor before you exercise." } });
  await stage.show(<NewPlanScreen />);
  await screen.findByText("Please see a doctor before you exercise.");
  expect(screen.getByRole("button", { name: "Make my plan" })).toBeDisabled();
});

test("of 5,000 workouts only those in sight are drawn, and a search finds among all", async () => {
  const many = Array.from({ length: 5000 }, (_, place) => workout(`w${place}`, new Date(Date.parse("2026-11-24") - place * 864e5).toISOString().slice(0, 10), { name: place === 4321 ? "The one" : "Upper A" }));
  await stage.show(<HistoryScreen />, many);
  await screen.findByText("5,000 workouts");
  const rows = await screen.findAllByTestId("workout-row");
  expect(rows.length).toBeGreaterThan(3);
  expect(rows.length).toBeLessThan(60);
  await fireEvent.changeText(screen.getByLabelText("Search by name or exercise"), "the one");
  await waitFor(() => expect(screen.getAllByTestId("workout-row")).toHaveLength(1));
  expect(screen.getByRole("link", { name: /^The one/ })).toBeTruthy();
});

test("a workout is read, changed and sent; a half-typed change survives", async () => {
  mockParams = { id: "w1" };
  await stage.show(<WorkoutScreen />, [workout("w1", "2026-11-24")]);
  await screen.findByText("Barbell Bench Press");
  expect(screen.getByText("5 reps · 80 kg · RIR 2")).toBeTruthy();
  await press("Edit");
  const weight = await screen.findByLabelText("Set 2, kg");
  await fireEvent.changeText(weight, "82,5");
  await waitFor(async () => expect(await AsyncStorage.getItem("fitzen.kept.train.workout.w1")).toContain("82,5"));
  await press("Save");
  await screen.findByText("5 reps · 82.5 kg · RIR 2");
  await waitFor(() => expect(stage.ops.at(-1)?.body?.exercises).toMatchObject([{ sets: [{ weight_kg: 40 }, { weight_kg: 82.5, reps: 5, rir: 2 }] }]));
});

test("a workout is done again, or deleted once that is confirmed", async () => {
  mockParams = { id: "w1" };
  await stage.show(<WorkoutScreen />, [workout("w1", "2026-11-24")]);
  await screen.findByRole("button", { name: "Do it again" });
  await press("Do it again");
  expect(router.push).toHaveBeenLastCalledWith("/session?repeat=w1");
  await press("Delete");
  expect(stage.ops).toEqual([]);
  await fireEvent.press(screen.getAllByRole("button", { name: "Delete" }).at(-1)!);
  await waitFor(() => expect(stage.ops.at(-1)).toMatchObject({ kind: "workout", id: "w1", action: "delete" }));
});

const lift = (id: string, day: string, e1rm_kg: number) => ({ kind: "lift", id: `${id}.barbell-bench-press`, body: { workout_id: id, workout_name: "Upper A", exercise_id: "barbell-bench-press", at: `${day}T18:00:00Z`, day, e1rm_kg, weight_kg: 80, sets: [{ reps: 5, weight_kg: 80 }] } });

test("an exercise shows its muscles, cues, progress as a chart and as a table, and what can stand in for it", async () => {
  mockParams = { id: "barbell-bench-press" };
  await stage.show(<ExerciseScreen />, [lift("w1", "2026-11-03", 100), lift("w2", "2026-11-10", 104.5), lift("w3", "2026-11-17", 102)]);
  await screen.findByText("Barbell Bench Press");
  expect(screen.getByText("Trains: Chest")).toBeTruthy();
  expect(screen.getByLabelText(/^Estimated max from .* 3 sessions, now 102 kg, best 104.5 kg$/)).toBeTruthy();
  await press("Earlier session");
  expect(screen.getByText("104.5 kg · record")).toBeTruthy();
  await press("Show as a table");
  for (const value of ["100 kg", "102 kg"]) expect(screen.getByText(value)).toBeTruthy();
  await fireEvent.press(screen.getByRole("button", { name: /^Dumbbell Bench Press/ }));
  expect(router.push).toHaveBeenLastCalledWith("/exercise/dumbbell-bench-press");
});

test("an own exercise needs a name, a muscle and a movement, and is there at once", async () => {
  await stage.show(<ExercisesScreen />);
  await screen.findByText("546 exercises");
  await press("Add an exercise of my own");
  await fireEvent.changeText(screen.getByLabelText("Name"), "Grandma's press");
  await press("Save");
  expect(screen.getByText("It needs a name, a muscle that it trains and a movement.")).toBeTruthy();
  await fireEvent.press(screen.getAllByRole("checkbox", { name: "Chest" })[0]!);
  await fireEvent.press(screen.getByRole("radio", { name: "Push forward" }));
  await press("Save");
  await waitFor(() => expect(stage.ops.at(-1)).toMatchObject({ kind: "exercise", action: "create", body: { name: "Grandma's press", pattern: "horizontal_push", muscles: [{ muscle: "chest", share: 1 }] } }));
  await screen.findByText("547 exercises");
});

test("exercises are found by words, and kept to a muscle", async () => {
  await stage.show(<ExercisesScreen />);
  await screen.findByText("546 exercises");
  await fireEvent.changeText(screen.getByLabelText("Search exercises"), "bench pres");
  await screen.findByRole("link", { name: /^Barbell Bench Press/ });
  await fireEvent.press(screen.getByRole("checkbox", { name: "Muscle" }));
  await fireEvent.press(screen.getByRole("checkbox", { name: "Triceps" }));
  await waitFor(() => expect(screen.queryByRole("link", { name: /^Barbell Bench Press/ })).toBeNull());
});

test("the sets of a week stand against what is worth doing", async () => {
  await stage.show(<VolumeScreen />, [workout("w1", TODAY), { kind: "workout_day", id: TODAY, body: { day: TODAY, volume_kg: 400, sets: 12, muscles: { chest: 12, triceps: 2 }, workouts: {} } }], { fitness_level: "intermediate" });
  await screen.findByLabelText("12 sets, 10 to 18 are worth doing. In the range");
  await fireEvent.press(screen.getByRole("button", { name: /^Triceps/ }));
  expect(screen.getByText("Triceps, 8 weeks")).toBeTruthy();
  await press("Week before");
  expect(screen.queryByLabelText(/^12 sets/)).toBeNull();
});

describe("in Spanish", () => {
  beforeAll(async () => {
    i18n.addResourceBundle("es", "translation", spanishWords);
    await i18n.changeLanguage("es");
    await loadSpanish(async () => ({ spanish })); // a browser and a phone load it by themselves, jest has no import()
  });
  afterAll(() => i18n.changeLanguage("en"));

  test("exercises have Spanish names, and are found by what people call them there, with accents or without", async () => {
    await stage.show(<ExercisesScreen />);
    await screen.findByText("546 ejercicios");
    for (const [query, name] of [["sentadilla bulgara", "Sentadilla búlgara"], ["lagartijas", "Flexiones"], ["deadlift", "Peso muerto con barra"]] as const) {
      await fireEvent.changeText(screen.getByLabelText("Buscar ejercicios"), query);
      await waitFor(() => expect(within(screen.getAllByRole("link")[0]!).getByText(name)).toBeTruthy());
    }
    expect(screen.queryByText("Barbell Deadlift")).toBeNull();
  });

  test("an exercise's page says its name, its cues and what stands in for it in Spanish", async () => {
    mockParams = { id: "barbell-bench-press" };
    await stage.show(<ExerciseScreen />);
    await screen.findByText("Press de banca con barra");
    expect(screen.getByText("Lleva los omóplatos atrás y abajo contra el banco")).toBeTruthy();
    expect(screen.getByRole("button", { name: /^Press de banca con mancuernas/ })).toBeTruthy();
  });

  test("a workout that was logged in English is shown in Spanish", async () => {
    mockParams = { id: "w1" };
    await stage.show(<WorkoutScreen />, [workout("w1", TODAY)]);
    await screen.findByText("Press de banca con barra");
    expect(screen.queryByText("Barbell Bench Press")).toBeNull();
  });
});

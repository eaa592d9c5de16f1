import AsyncStorage from "@react-native-async-storage/async-storage";
import { configure, fireEvent, screen, waitFor } from "@testing-library/react-native";
import { router } from "expo-router";
import { readFileSync } from "node:fs";
import { queryClient } from "@/api/query";
import "@/i18n";
import * as notices from "@/lib/notices";
import { forgetRunning, openRunning, runningNow } from "@/lib/running";
import { Stage, USER } from "@/sync/testing/stage";
import { SessionScreen } from "./screen";
import { SummaryScreen } from "./summary";

let mockDisk: Stage["disk"];
let mockParams: Record<string, string> = {};
jest.mock("@/sync/open-disk", () => ({ openDisk: async () => mockDisk }));
jest.mock("@/lib/secrets", () => jest.requireActual("@/sync/testing/secrets"));
jest.mock("expo-router", () => ({ router: { push: jest.fn(), replace: jest.fn(), dismissTo: jest.fn(), back: jest.fn(), canGoBack: () => false }, useLocalSearchParams: () => mockParams }));
jest.mock("@/lib/online", () => ({ onOnline: () => () => undefined, onOffline: () => () => undefined }));
jest.mock("@/ui/reduced-motion", () => ({ useReducedMotion: () => true }));
jest.mock("@/lib/use-online", () => ({ useOnline: () => true }));
jest.mock("@/lib/notices", () => ({ schedule: jest.fn(async () => undefined), cancel: jest.fn(async () => undefined) }));
jest.mock("@/lib/id", () => {
  let made = 0; // the crypto of a phone is not here
  return { newId: () => `00000000-0000-7000-8000-${String(++made).padStart(12, "0")}` };
});
jest.mock("@/lib/awake", () => ({ stayAwake: () => () => undefined }));
jest.mock("@/lib/alarm", () => ({ ring: jest.fn(), tap: () => undefined, readyAlarm: () => undefined }));

const LIBRARY = readFileSync(`${__dirname}/../../../../src/fitzen/data/exercises.jsonl`, "utf8").trim().split("\n").map((line) => JSON.parse(line) as { id: string });

configure({ asyncUtilTimeout: 20_000 }); // a machine that is busy is slow, and the first screen compiles the rest

let stage: Stage;
beforeEach(async () => {
  await forgetRunning(USER);
  await AsyncStorage.clear();
  jest.clearAllMocks();
  stage = new Stage();
  mockDisk = stage.disk;
  mockParams = {};
  stage.replies.set("GET /api/exercises/library", { body: { items: LIBRARY, next_cursor: null } });
  stage.replies.set("GET /api/workouts/me/next", { body: NEXT });
});
afterEach(() => queryClient.clear()); // its timers would keep the process

const NEXT = {
  name: "Upper A",
  why: "It is next in your plan.",
  plan_id: "00000000-0000-7000-8000-0000000000aa",
  session_id: "00000000-0000-7000-8000-0000000000a1",
  minutes: 45,
  sources: [],
  exercises: [
    { exercise_id: "barbell-bench-press", name: "Barbell Bench Press", why: "One more than last time.", sources: [], sets: [{ kind: "normal", reps: 6, weight_kg: 80, rir: 2, rest_s: 120 }, { kind: "normal", reps: 6, weight_kg: 80, rir: 2, rest_s: 120 }] },
    { exercise_id: "pull-up", name: "Pull-Up", why: "As many as go.", sources: [], sets: [{ kind: "normal", reps: 8, rir: 1, rest_s: 90 }] },
  ],
};
const before = { kind: "workout", id: "w0", body: { id: "w0", name: "Upper A", started_at: "2026-11-20T18:00:00Z", ended_at: "2026-11-20T18:50:00Z", day: "2026-11-20", exercises: [{ exercise_id: "barbell-bench-press", notes: "Seat 4", sets: [{ kind: "normal", reps: 5, weight_kg: 80, done: true }] }], totals: { volume_kg: 400, sets: 1, reps: 5 }, records: [] } };

const press = (name: string | RegExp) => fireEvent.press(screen.getByRole("button", { name }));

/** Show a screen, and wait until its session is there. */
async function begin(): Promise<void> {
  mockParams = { planned: "1" };
  await stage.show(<SessionScreen />, [before]);
  await screen.findByRole("button", { name: "Log set · 80 kg × 6" });
}

test("the session that is due begins by itself, with last time and the reason", async () => {
  await begin();
  expect(screen.getAllByText("Barbell Bench Press")).toHaveLength(2); // its card, its row
  expect(screen.getByText("80 kg × 5")).toBeTruthy();
  expect(screen.getByText("One more than last time.")).toBeTruthy();
  expect(screen.getByText("Target 80 kg × 6, 2 left in you")).toBeTruthy();
  expect(screen.getByText("Your note: Seat 4")).toBeTruthy();
});

test("one tap logs the set as it stands; the rest begins, and the system will tell of its end", async () => {
  await begin();
  await press(/^Log set/);
  await screen.findByLabelText("Set 1, done");
  await screen.findByRole("button", { name: "Skip" });
  const { rest } = runningNow().draft!;
  expect(rest!.total_s).toBe(120);
  expect(notices.schedule).toHaveBeenLastCalledWith(expect.objectContaining({ id: "session.rest", at: rest!.until, topic: "timer", href: "/session", body: "Barbell Bench Press: 80 kg × 6" }));
  await press("Skip");
  await waitFor(() => expect(runningNow().draft!.rest).toBeNull());
  expect(notices.cancel).toHaveBeenLastCalledWith("session.rest");
});

test("a set that is a best says so", async () => {
  await begin();
  await press("More: Weight");
  await press(await screen.findByRole("button", { name: "Log set · 82.5 kg × 6" }).then(() => "Log set · 82.5 kg × 6"));
  await screen.findByText("Barbell Bench Press: a new best, 82.5 kg × 6");
});

test("what is on the disk goes on after the app was closed", async () => {
  await begin();
  await press(/^Log set/);
  await screen.findByLabelText("Set 1, done");
  await screen.unmount();
  await openRunning("somebody-else");
  mockParams = {};
  await stage.show(<SessionScreen />, [before]);
  await screen.findByLabelText("Set 1, done");
});

test("finishing early says what is left out, and writes one workout", async () => {
  await begin();
  await press(/^Log set/);
  await screen.findByLabelText("Set 1, done");
  await press("Finish");
  await screen.findByText("2 sets are left out. What you did counts.");
  const { id } = runningNow().draft!;
  await press("Finish workout");
  await waitFor(() => expect(router.replace).toHaveBeenCalledWith(`/session/${id}`));
  await waitFor(() => expect(stage.ops.filter((op) => op.kind === "workout")).toHaveLength(1));
  expect(stage.ops[0]).toMatchObject({ id, action: "create", body: { name: "Upper A", session_id: NEXT.session_id, exercises: [{ exercise_id: "barbell-bench-press", sets: [{ reps: 6, weight_kg: 80, done: true }] }] } });
  expect(await screen.findByText("Empty workout")).toBeTruthy();
  expect(runningNow().draft).toBeNull();
});

test("without a network it is what the device knows", async () => {
  stage.isOffline = true;
  mockParams = { planned: "1" };
  await stage.show(<SessionScreen />, [before]);
  await screen.findByRole("button", { name: "Log set · 80 kg × 5" });
});

test("an empty session takes an exercise by search", async () => {
  stage.replies.set("GET /api/workouts/me/next", { body: { name: "", why: "", exercises: [], sources: [] } });
  await stage.show(<SessionScreen />);
  await fireEvent.press(await screen.findByRole("button", { name: "Empty workout" }));
  await fireEvent.press(await screen.findByRole("button", { name: "Add exercise" }));
  await fireEvent.changeText(screen.getByLabelText("Search exercises"), "plank");
  await fireEvent.press(await screen.findByText("Plank", { exact: true }));
  await screen.findByRole("button", { name: "Log set · 0:30" });
});

test("a superset goes to and fro", async () => {
  await begin();
  await press("More for Barbell Bench Press");
  await fireEvent.press(await screen.findByText("Superset with Pull-Up"));
  await screen.findByText("Next: Pull-Up");
  await press(/^Log set/);
  await screen.findByRole("button", { name: "Log set · 8 reps" });
  expect(screen.queryByRole("button", { name: "Skip" })).toBeNull();
});

test("discarding asks first", async () => {
  await begin();
  await press(/^Log set/);
  await screen.findByLabelText("Set 1, done");
  await press("Session menu");
  await fireEvent.press(await screen.findByText("Discard session"));
  await screen.findByText("1 set that you logged will be gone.");
  await press("Discard session");
  await waitFor(() => expect(runningNow().draft).toBeNull());
  expect(stage.ops).toEqual([]);
});

test("the summary has what it was, what it broke, and how it stands to the one before", async () => {
  mockParams = { id: "w1" };
  const now = { ...before, id: "w1", body: { ...before.body, id: "w1", started_at: "2026-11-26T18:00:00Z", ended_at: "2026-11-26T18:40:00Z", day: "2026-11-26", exercises: [{ exercise_id: "barbell-bench-press", sets: [{ kind: "normal", reps: 5, weight_kg: 85, done: true }] }], records: [{ exercise_id: "barbell-bench-press", metric: "weight_kg", value: 85, previous: 80 }] } };
  await stage.show(<SummaryScreen />, [before, now]);
  await screen.findByText("Well done");
  expect(screen.getByText("40 min")).toBeTruthy();
  expect(screen.getByText("−10 min")).toBeTruthy();
  expect(screen.getByText("425 kg")).toBeTruthy();
  expect(screen.getByText("+25 kg")).toBeTruthy();
  expect(screen.getByText("Heaviest: 85 kg, before 80 kg")).toBeTruthy();
  await fireEvent.changeText(screen.getByLabelText("How was it?"), " Strong ");
  await fireEvent(screen.getByLabelText("How was it?"), "blur");
  await waitFor(() => expect(stage.ops.at(-1)).toMatchObject({ kind: "workout", id: "w1", action: "update", body: { notes: "Strong" } }));
});

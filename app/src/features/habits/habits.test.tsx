import AsyncStorage from "@react-native-async-storage/async-storage";
import { fireEvent, screen, waitFor } from "@testing-library/react-native";
import "@/i18n";
import { queryClient } from "@/api/query";
import { daysBefore } from "@/lib/day";
import { Stage, TODAY } from "@/sync/testing/stage";
import { HabitScreen } from "./detail-screen";
import { HabitsScreen } from "./screen";
import { vacationNow, withoutVacation, withVacation } from "./view";

let mockDisk: Stage["disk"];
let mockParams: Record<string, string> = {};
jest.mock("@/sync/open-disk", () => ({ openDisk: async () => mockDisk }));
jest.mock("@/lib/secrets", () => jest.requireActual("@/sync/testing/secrets"));
jest.mock("@/lib/online", () => ({ onOnline: () => () => undefined, onOffline: () => () => undefined }));
jest.mock("@/ui/motion", () => ({ useGrowing: (value: number) => value }));
jest.mock("expo-router", () => ({ router: { push: jest.fn(), replace: jest.fn(), back: jest.fn(), canGoBack: () => false }, useLocalSearchParams: () => mockParams }));

const habit = (more: object = {}) => ({ kind: "habit", id: "walk", body: { id: "walk", name: "Walk", kind: "build", schedule: { type: "daily" }, start_on: daysBefore(TODAY, 5), pauses: [], ...more } });
const done = (back: number, value?: number) => {
  const day = daysBefore(TODAY, back);
  return { kind: "checkin", id: `walk.${day}`, body: { id: `walk.${day}`, habit_id: "walk", day, cleared: false, ...(value === undefined ? {} : { value }) } };
};

let stage: Stage;
afterEach(() => queryClient.clear()); // what it keeps for a week would keep the process
beforeEach(async () => {
  await AsyncStorage.clear();
  stage = new Stage();
  mockDisk = stage.disk;
  mockParams = { id: "walk" };
});

test("a tick counts into the row at once, also without a network, and can be taken back", async () => {
  stage.isOffline = true;
  await stage.show(<HabitsScreen />, [habit(), done(2), done(1)]);
  expect(await screen.findByText("2 days in a row")).toBeTruthy();
  await fireEvent.press(screen.getByRole("checkbox", { name: "Walk" }));
  expect(await screen.findByText("3 days in a row")).toBeTruthy();
  expect(screen.getByText("All done. Enjoy the rest of the day.")).toBeTruthy();
  await fireEvent.press(screen.getByRole("checkbox", { name: "Walk" }));
  expect(await screen.findByText("2 days in a row")).toBeTruthy();
});

test("a day that was forgotten is ticked on the strip of days, and mends the row", async () => {
  await stage.show(<HabitsScreen />, [habit(), done(3), done(1)]);
  const days = await screen.findAllByRole("radio");
  await fireEvent.press(days.at(-3)!);
  await fireEvent.press(screen.getByRole("checkbox", { name: /^Walk, / }));
  await waitFor(() => expect(stage.ops.at(-1)?.body).toEqual({ habit_id: "walk", day: daysBefore(TODAY, 2) }));
  expect(await screen.findByText("3 days in a row")).toBeTruthy();
});

test("of an amount a part is a part, and the whole is done", async () => {
  await stage.show(<HabitsScreen />, [habit({ target: { value: 2000, unit: "ml" } })]);
  await fireEvent.press(await screen.findByRole("button", { name: "How much? Walk" }));
  await fireEvent.changeText(screen.getByLabelText("Amount (ml)"), "500");
  await fireEvent.press(screen.getByRole("button", { name: "Save" }));
  expect(await screen.findByText("500 of 2,000 ml")).toBeTruthy();
  expect(screen.getByRole("checkbox", { name: "Walk", checked: false })).toBeTruthy();
  await fireEvent.press(screen.getByRole("checkbox", { name: "Walk" }));
  expect(await screen.findByText("2,000 of 2,000 ml")).toBeTruthy();
});

test("a slip is noted without a reproach, and can be taken back", async () => {
  await stage.show(<HabitScreen />, [habit({ kind: "quit", name: "No sweets" })]);
  await fireEvent.press(await screen.findByRole("button", { name: "It happened: No sweets" }));
  expect(await screen.findByText(/tomorrow counts anew/)).toBeTruthy();
  await fireEvent.press(screen.getByRole("button", { name: "Undo" }));
  expect(await screen.findByRole("button", { name: "It happened: No sweets" })).toBeTruthy();
});

test("a habit is made, and what is missing is said first", async () => {
  await stage.show(<HabitsScreen />);
  await fireEvent.press(await screen.findByRole("button", { name: "New habit" }));
  await fireEvent.press(await screen.findByRole("button", { name: "Save" }));
  expect(screen.getByText("Give it a name.")).toBeTruthy();
  await fireEvent.changeText(screen.getByLabelText("What will you do?"), "Read");
  await fireEvent.press(screen.getByRole("radio", { name: "Some times a week" }));
  await fireEvent.press(screen.getByRole("button", { name: "More" }));
  await fireEvent.press(screen.getByRole("button", { name: "Save" }));
  await waitFor(() => expect(stage.ops.at(-1)?.body).toEqual({ name: "Read", kind: "build", schedule: { type: "times_per_week", count: 4 }, start_on: TODAY }));
  expect(await screen.findByText("0 of 4 this week")).toBeTruthy();
});

test("archived, it asks for nothing; taken up again, the days in between are none that were missed", async () => {
  await stage.show(<HabitScreen />, [habit({ archived_on: daysBefore(TODAY, 2) }), done(4), done(3)]);
  await fireEvent.press(await screen.findByRole("button", { name: "Take it up again" }));
  await waitFor(() => expect(stage.ops.at(-1)?.body?.pauses).toEqual([{ from: daysBefore(TODAY, 2), to: daysBefore(TODAY, 1) }]));
  expect(stage.ops.at(-1)?.body?.archived_on).toBeUndefined();
  expect((await screen.findAllByText("2 days in a row")).length).toBe(1);
});

test("a vacation rests all habits, and being back ends it yesterday", async () => {
  await stage.show(<HabitsScreen />, [habit(), done(2), { kind: "vacation", id: "vacation", body: { id: "vacation", periods: [{ from: daysBefore(TODAY, 1) }] } }]);
  expect(await screen.findByText("On vacation")).toBeTruthy();
  expect(screen.getByText("Nothing is due. Rest is part of it.")).toBeTruthy();
  await fireEvent.press(screen.getByRole("button", { name: "I am back" }));
  await waitFor(() => expect(stage.ops.at(-1)?.body?.periods).toEqual([{ from: daysBefore(TODAY, 1), to: daysBefore(TODAY, 1) }]));
  expect(await screen.findByRole("checkbox", { name: "Walk" })).toBeTruthy();
});

test("vacations that meet are one, and those to come are told", () => {
  const was = [{ from: "2026-01-01", to: "2026-01-05" }, { from: "2026-03-01" }];
  expect(withVacation(was, { from: "2026-01-04", to: "2026-01-10" })).toEqual([{ from: "2026-01-01", to: "2026-01-10" }, { from: "2026-03-01" }]);
  expect(withVacation(was, { from: "2026-02-20", to: "2026-03-02" })).toEqual([{ from: "2026-01-01", to: "2026-01-05" }, { from: "2026-02-20" }]);
  expect(vacationNow(was, "2026-02-01")).toEqual({ on: null, next: { from: "2026-03-01" } });
  expect(withoutVacation(was, "2026-02-01", "2026-01-31")).toEqual([{ from: "2026-01-01", to: "2026-01-05" }]);
});

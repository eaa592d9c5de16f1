import AsyncStorage from "@react-native-async-storage/async-storage";
import { fireEvent, screen, waitFor } from "@testing-library/react-native";
import { router } from "expo-router";
import "@/i18n";
import { queryClient } from "@/api/query";
import { daysBefore } from "@/lib/day";
import { Stage, TODAY } from "@/sync/testing/stage";
import { GoalScreen } from "./detail-screen";
import { NewGoalScreen } from "./new-screen";
import { GoalsScreen } from "./screen";

let mockDisk: Stage["disk"];
let mockParams: Record<string, string> = {};
jest.mock("@/sync/open-disk", () => ({ openDisk: async () => mockDisk }));
jest.mock("@/lib/secrets", () => jest.requireActual("@/sync/testing/secrets"));
jest.mock("@/lib/online", () => ({ onOnline: () => () => undefined, onOffline: () => () => undefined }));
jest.mock("@/ui/motion", () => ({ useGrowing: (value: number) => value }));
jest.mock("expo-router", () => ({ router: { push: jest.fn(), replace: jest.fn(), back: jest.fn(), canGoBack: () => false }, useLocalSearchParams: () => mockParams }));

const BOOKS = { kind: "custom", id: "books", title: "Read 12 books", metric: "value", target_value: 12, start_value: 0, current_value: 3, unit: "books", start_on: daysBefore(TODAY, 30), status: "active" };
const record = (body: { id: string }) => ({ kind: "goal", id: body.id, body });

let stage: Stage;
afterEach(() => queryClient.clear()); // what it keeps for a week would keep the process
beforeEach(async () => {
  await AsyncStorage.clear();
  stage = new Stage();
  mockDisk = stage.disk;
  mockParams = {};
});

const told = (goal: object, progress: object, more: object = {}) => stage.replies.set("GET /api/goals/me", { body: { items: [{ ...goal, progress, why: "", warnings: [], ...more }], next_cursor: null } });

test("a goal shows how far it is, and the day with its range as the server has it", async () => {
  mockParams = { id: "books" };
  told(BOOKS, { value: 3, percent: 25, rate_per_week: 0.7, expected_on: "2027-02-20", expected_from: "2027-02-01", expected_until: "2027-03-15", on_track: true }, { warnings: ["Mind your eyes."] });
  await stage.show(<GoalScreen />, [record(BOOKS)]);
  expect(await screen.findByText(/Expected about .*2027/)).toBeTruthy();
  expect(screen.getByText(/Most likely between .* and .*/)).toBeTruthy();
  expect(screen.getByText("On track")).toBeTruthy();
  expect(screen.getByText("Mind your eyes.")).toBeTruthy();
});

test("without a network it says how far it is by the device, and promises no day", async () => {
  stage.isOffline = true;
  mockParams = { id: "books" };
  await stage.show(<GoalScreen />, [record(BOOKS)]);
  expect(await screen.findByText("25 % of the way")).toBeTruthy();
  expect(screen.getByText("Worked out when you are online")).toBeTruthy();
});

test("a goal that is not safe is refused at its field, and what was typed stays", async () => {
  stage.judge = (op) => (op.body?.target_value === 50 ? { status: "rejected", problem: { title: "", status: 422, detail: "", errors: [{ field: "target_value", message: "That is below a healthy weight." }] } } : null);
  await stage.show(<NewGoalScreen />);
  await fireEvent.press(await screen.findByRole("button", { name: /^Body weight/ }));
  await fireEvent.press(screen.getByRole("button", { name: "Set the goal" }));
  expect(screen.getByText("Give a number.")).toBeTruthy();
  await fireEvent.changeText(screen.getByLabelText("Target (kg)"), "50");
  await fireEvent.press(screen.getByRole("radio", { name: "8 weeks" }));
  await fireEvent.press(screen.getByRole("button", { name: "Set the goal" }));
  expect(await screen.findByText("That is below a healthy weight.")).toBeTruthy();
  expect(screen.getByLabelText("Target (kg)").props.value).toBe("50");
  expect(router.replace).not.toHaveBeenCalled();
  await fireEvent.changeText(screen.getByLabelText("Target (kg)"), "62,5");
  await fireEvent.press(screen.getByRole("button", { name: "Set the goal" }));
  await waitFor(() => expect(router.replace).toHaveBeenCalled());
  expect(stage.ops.at(-1)?.body).toEqual({ kind: "weight", metric: "weight_kg", target_value: 62.5, due_on: daysBefore(TODAY, -56) });
});

test("a target in pounds is kept in kilograms", async () => {
  await stage.show(<NewGoalScreen />, [], { units: "imperial" });
  await fireEvent.press(await screen.findByRole("button", { name: /^Body weight/ }));
  await fireEvent.changeText(screen.getByLabelText("Target (lb)"), "150");
  await fireEvent.press(screen.getByRole("button", { name: "Set the goal" }));
  await waitFor(() => expect(stage.ops.at(-1)?.body?.target_value).toBeCloseTo(68.039, 3));
});

test("reached by one's own word it is celebrated, and that can be seen in the list", async () => {
  mockParams = { id: "books" };
  await stage.show(<GoalScreen />, [record(BOOKS)]);
  await fireEvent.press(await screen.findByRole("button", { name: "I reached it" }));
  expect(await screen.findByText("You did it")).toBeTruthy();
  await waitFor(() => expect(stage.ops.at(-1)?.body?.status).toBe("reached"));
});

test("a deleted goal is gone from the list at once, and undone it is as it was", async () => {
  mockParams = { id: "books" };
  await stage.show(<GoalScreen />, [record(BOOKS)]);
  await fireEvent.press(await screen.findByRole("button", { name: "Delete" }));
  expect(await screen.findByText("This goal is not here any more.")).toBeTruthy();
  await fireEvent.press(screen.getByRole("button", { name: "Undo" }));
  expect(await screen.findByText("25 % of the way")).toBeTruthy();
  expect(stage.ops).toEqual([]);
});

test("nobody who has no goal is shown an empty page", async () => {
  await stage.show(<GoalsScreen />);
  await fireEvent.press(await screen.findByRole("button", { name: "New goal" }));
  expect(router.push).toHaveBeenCalledWith("/goal/new");
});

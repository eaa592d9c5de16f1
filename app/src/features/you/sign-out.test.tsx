import AsyncStorage from "@react-native-async-storage/async-storage";
import { configure, fireEvent, screen, waitFor } from "@testing-library/react-native";
import "@/i18n";
import { queryClient } from "@/api/query";
import { currentSession } from "@/api/session";
import { keep } from "@/lib/kept";
import type { Op, Shown } from "@/sync/records";
import { Stage, USER } from "@/sync/testing/stage";
import { DeviceCard } from "./device-card";

let mockDisk: Stage["disk"];
let mockWaiting: object[] = [];
const mockSent = jest.fn(async () => undefined);
jest.mock("expo-crypto", () => ({ randomUUID: () => jest.requireActual<typeof import("node:crypto")>("node:crypto").randomUUID() }));
jest.mock("expo-notifications", () => ({}));
jest.mock("@/sync/open-disk", () => ({ openDisk: async () => mockDisk }));
jest.mock("@/lib/secrets", () => jest.requireActual("@/sync/testing/secrets"));
jest.mock("expo-router", () => ({ router: { push: jest.fn() } }));
jest.mock("@/lib/uploads", () => ({ useUploads: () => ({ uploads: { run: mockSent }, waiting: mockWaiting }), eraseUploads: async () => undefined }));
jest.mock("@/lib/pictures/kept", () => ({ erasePictures: async () => undefined }));
jest.mock("@/lib/notices", () => ({ scheduled: async () => [], cancel: async () => undefined }));
jest.mock("@/lib/online", () => ({ onOnline: () => () => undefined, onOffline: () => () => undefined }));

configure({ asyncUtilTimeout: 20_000 }); // a machine that is busy is slow, and the first render compiles React Native

let stage: Stage;
beforeEach(async () => {
  await AsyncStorage.clear();
  stage = new Stage();
  mockDisk = stage.disk;
  mockWaiting = [];
});

afterAll(() => queryClient.clear()); // its timers would keep the process

const op: Op = { op_id: "o1", kind: "measurement", id: "m1", action: "update", base_version: 1, body: { metric: "weight_kg", value: 71, taken_at: "2026-11-26T07:00:00+01:00" }, sent: true };
const undecided: Shown = { op, result: { op_id: "o1", status: "conflict", version: 2, deleted: false, body: { ...op.body, id: "m1", value: 72 } } };
const ask = async () => fireEvent.press(await screen.findByRole("button", { name: "Sign out" }));

test("where all is sent, nothing is asked", async () => {
  await stage.show(<DeviceCard />);
  expect(await screen.findByText("Everything is sent")).toBeTruthy();
  await ask();
  expect(await screen.findByText("What is on this device is erased from it. It stays with your account.")).toBeTruthy();
  expect(screen.queryByText("If you sign out now, this is lost:")).toBeNull();
});

test("what was not taken and not decided about is no all-is-sent, and is asked about", async () => {
  stage.shown = [undecided];
  await stage.show(<DeviceCard />);
  expect(await screen.findByText("1 change was not taken by the server and waits for your decision.")).toBeTruthy();
  expect(screen.queryByText("Everything is sent")).toBeNull();
  await ask();
  await screen.findByText("If you sign out now, this is lost:");
  expect(await screen.findByRole("button", { name: "Decide first" })).toBeTruthy();
  expect(screen.queryByRole("button", { name: "Send first" })).toBeNull();
});

test("each of what this device alone has is asked about", async () => {
  stage.isOffline = true;
  stage.queue = [op];
  mockWaiting = [{}, {}];
  await keep(`eat.${USER}.later`, [{ id: "l1", text: "two eggs", day: "2026-11-26", slot: "lunch", clock: "13:00" }]);
  await keep(`eat.${USER}.basket`, { items: [{ key: "k" }, { key: "l" }], text: "" });
  await keep(`coach.${USER}.turns`, [{ id: "t" }]);
  await keep(`coach.${USER}.drafts`, { c1: "How much", c2: " " });
  await keep(`session.${USER}`, { id: "w", name: "Leg day", started_at: "", exercises: [{ id: "e", exercise_id: "squat", sets: [{ id: "s", kind: "normal", done: true }, { id: "s2", kind: "normal", done: false }] }], at: null, rest: null, revision: 1 });
  await stage.show(<DeviceCard />);
  expect(await screen.findByText(/^3 changes wait to be sent/)).toBeTruthy();
  await ask();
  for (const text of ["1 change was not sent yet.", "2 photos were not sent yet.", "1 meal is only written down for later.", "2 items of a meal that is not saved yet.", "2 messages to the coach were not answered or not sent.", "“Leg day” is still running, with 1 set logged."])
    expect(await screen.findByText(text)).toBeTruthy();
  await fireEvent.press(screen.getByRole("button", { name: "Send first" }));
  expect(mockSent).toHaveBeenCalled();
  expect(currentSession()).not.toBeNull();
  await fireEvent.press(screen.getByRole("button", { name: "Sign out and lose it" }));
  await waitFor(() => expect(currentSession()).toBeNull());
});

import AsyncStorage from "@react-native-async-storage/async-storage";
import { configure, fireEvent, screen } from "@testing-library/react-native";
import "@/i18n";
import { queryClient } from "@/api/query";
import { keep } from "@/lib/kept";
import type { Op } from "@/sync/records";
import { Stage, USER } from "@/sync/testing/stage";
import { LockedScreen } from "./locked-screen";

let mockDisk: Stage["disk"];
let mockWaiting: object[] = [];
jest.mock("expo-crypto", () => ({ randomUUID: () => jest.requireActual<typeof import("node:crypto")>("node:crypto").randomUUID() }));
jest.mock("@/lib/notices", () => ({ scheduled: async () => [], cancel: async () => undefined }));
jest.mock("@/sync/open-disk", () => ({ openDisk: async () => mockDisk }));
jest.mock("@/lib/secrets", () => jest.requireActual("@/sync/testing/secrets"));
jest.mock("@/lib/uploads", () => ({ useUploads: () => ({ uploads: null, waiting: mockWaiting }), eraseUploads: async () => undefined }));
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

const op: Op = { op_id: "o1", kind: "water", id: "w1", action: "create", body: { ml: 250 }, sent: true };
const leave = async () => fireEvent.press(await screen.findByRole("button", { name: "Sign out" }));

test("signing out of a locked app that has nothing of its own asks for no more than that", async () => {
  await stage.show(<LockedScreen onUnlock={() => undefined} />);
  await leave();
  expect(await screen.findByText("You can sign in again at any time. All that was sent is kept.")).toBeTruthy();
});

test("signing out of a locked app says all that would be lost", async () => {
  stage.isOffline = true;
  stage.shown = [{ op, result: { op_id: "o1", status: "rejected", problem: null } }];
  mockWaiting = [{}];
  await keep(`eat.${USER}.later`, [{ id: "l1" }]);
  await keep(`session.${USER}`, { id: "w", name: "Leg day", started_at: "", exercises: [{ id: "e", exercise_id: "squat", sets: [{ id: "s", kind: "normal", done: true }] }], at: null, rest: null, revision: 1 });
  await stage.show(<LockedScreen onUnlock={() => undefined} />);
  await leave();
  await screen.findByText("If you sign out now, this is lost:");
  for (const text of ["1 change was not taken by the server and waits for your decision.", "1 photo was not sent yet.", "1 meal is only written down for later.", "“Leg day” is still running, with 1 set logged."]) expect(screen.getByText(text)).toBeTruthy();
});

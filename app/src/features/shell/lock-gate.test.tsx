import AsyncStorage from "@react-native-async-storage/async-storage";
import { act, fireEvent, screen, waitFor } from "@testing-library/react-native";
import { AppState, Text, type AppStateStatus } from "react-native";
import "@/i18n";
import { queryClient } from "@/api/query";
import { currentSession, endSession } from "@/api/session";
import { loadLock, lockAfter, setLockAfter } from "@/lib/lock";
import { useSync } from "@/sync/provider";
import { Stage } from "@/sync/testing/stage";
import { LockGate } from "./lock-gate";

const [NOTHING, BIOMETRIC] = [0, 3];
const mockAsked = jest.fn<Promise<{ success: boolean }>, [object]>();
let mockLevel = BIOMETRIC;
jest.mock("expo-local-authentication", () => ({ SecurityLevel: { NONE: 0 }, getEnrolledLevelAsync: async () => mockLevel, authenticateAsync: (asked: object) => mockAsked(asked) }));
jest.mock("expo-secure-store", () => {
  const kept = new Map<string, string>();
  return { getItemAsync: async (name: string) => kept.get(name) ?? null, setItemAsync: async (name: string, value: string) => void kept.set(name, value), deleteItemAsync: async (name: string) => void kept.delete(name) };
});
jest.mock("expo-network", () => ({ addNetworkStateListener: () => ({ remove: () => undefined }), useNetworkState: () => ({}) }));
jest.mock("expo-notifications", () => ({
  setNotificationHandler: () => undefined,
  SchedulableTriggerInputTypes: {},
  AndroidImportance: {},
  getAllScheduledNotificationsAsync: async () => [],
}));
jest.mock("expo-image", () => ({ Image: { clearDiskCache: async () => true, clearMemoryCache: async () => true } }));
let mockDisk: Stage["disk"];
jest.mock("@/sync/open-disk", () => ({ openDisk: async () => mockDisk }));

/** What the system tells of the app. */
const system = {
  listeners: new Set<(state: AppStateStatus) => void>(),
  async move(...states: AppStateStatus[]): Promise<void> {
    for (const state of states)
      await act(async () => {
        AppState.currentState = state;
        for (const listener of system.listeners) listener(state);
      });
  },
};

const Glass = () => {
  const { phone } = useSync();
  return <Text onPress={() => void phone?.create("water", { drunk_at: "2026-11-26T12:00:00Z", ml: 250 })}>Secret</Text>;
};

let stage: Stage;
const show = () =>
  stage.show(
    <LockGate>
      <Glass />
    </LockGate>,
  );
const isOpen = () => screen.queryByText("Secret") !== null; // what is hidden from a screen reader is not found
const unlock = () => screen.queryByRole("button", { name: "Unlock" });

afterEach(async () => {
  queryClient.clear();
  await endSession();
  jest.restoreAllMocks();
});
beforeEach(async () => {
  await AsyncStorage.clear();
  jest.spyOn(AppState, "addEventListener").mockImplementation((_, listener) => {
    const told = listener as (state: AppStateStatus) => void;
    system.listeners.add(told);
    return { remove: () => void system.listeners.delete(told) };
  });
  AppState.currentState = "active";
  mockLevel = BIOMETRIC;
  mockAsked.mockReset().mockResolvedValue({ success: false });
  stage = new Stage();
  mockDisk = stage.disk;
  await setLockAfter(60);
  await loadLock(); // as at a start: what was chosen is on the device
});

test("it asks at the start, shows nothing till then, and opens to who it is", async () => {
  let answer: (found: { success: boolean }) => void = () => undefined;
  mockAsked.mockReturnValue(new Promise((resolve) => (answer = resolve)));
  await show();
  expect(await screen.findByText("Fitzen is locked")).toBeTruthy();
  expect(isOpen()).toBe(false);
  await waitFor(() => expect(mockAsked).toHaveBeenCalledWith({ promptMessage: "Unlock Fitzen", disableDeviceFallback: false }));
  await act(async () => answer({ success: true }));
  await waitFor(() => expect(isOpen()).toBe(true));
  expect(unlock()).toBeNull();
});

test("who is refused stays outside, and may try again", async () => {
  await show();
  await waitFor(() => expect(mockAsked).toHaveBeenCalledTimes(1));
  expect(isOpen()).toBe(false);
  mockAsked.mockResolvedValue({ success: true });
  await fireEvent.press(unlock()!);
  await waitFor(() => expect(isOpen()).toBe(true));
  expect(mockAsked).toHaveBeenCalledTimes(2);
});

test("it covers itself while it is away, and asks again only after the time that was chosen", async () => {
  mockAsked.mockResolvedValue({ success: true });
  await show();
  await waitFor(() => expect(isOpen()).toBe(true));
  const now = jest.spyOn(Date, "now");
  const start = 1.8e12;
  now.mockReturnValue(start);
  await system.move("inactive", "background");
  expect([isOpen(), unlock()]).toEqual([false, null]);
  now.mockReturnValue(start + 59_000);
  await system.move("active");
  expect(isOpen()).toBe(true);
  mockAsked.mockResolvedValue({ success: false });
  await system.move("background");
  now.mockReturnValue(start + 59_000 + 60_000);
  await system.move("active");
  await waitFor(() => expect(mockAsked).toHaveBeenCalledTimes(2));
  expect(isOpen()).toBe(false);
  expect(unlock()).not.toBeNull();
});

test("the system's own question, which hides the app for a moment, neither locks nor asks anew", async () => {
  await setLockAfter(0);
  let answer: (found: { success: boolean }) => void = () => undefined;
  mockAsked.mockReturnValue(new Promise((resolve) => (answer = resolve)));
  await show();
  await waitFor(() => expect(mockAsked).toHaveBeenCalledTimes(1));
  await system.move("inactive", "background", "active");
  await act(async () => answer({ success: true }));
  await waitFor(() => expect(isOpen()).toBe(true));
  expect(mockAsked).toHaveBeenCalledTimes(1);
});

test("it does not ask while it is not in front, but when it comes there", async () => {
  AppState.currentState = "background";
  await show();
  await screen.findByText("Fitzen is locked");
  expect(mockAsked).not.toHaveBeenCalled();
  await system.move("active");
  await waitFor(() => expect(mockAsked).toHaveBeenCalledTimes(1));
  await system.move("inactive", "active"); // a question that was refused comes back by itself only after the app was left
  expect(mockAsked).toHaveBeenCalledTimes(1);
  mockAsked.mockResolvedValue({ success: true });
  await system.move("background", "active");
  await waitFor(() => expect(isOpen()).toBe(true));
});

test("a device whose code was taken away opens", async () => {
  mockLevel = NOTHING;
  await show();
  await waitFor(() => expect(isOpen()).toBe(true));
  expect(mockAsked).not.toHaveBeenCalled();
});

test("who has chosen no lock is neither asked nor covered", async () => {
  await setLockAfter(null);
  await show();
  expect(isOpen()).toBe(true);
  await system.move("inactive", "background");
  expect(isOpen()).toBe(true);
  expect(mockAsked).not.toHaveBeenCalled();
});

test("nobody is locked out: who cannot unlock can sign out, once they know what is lost, or stay", async () => {
  await show();
  await screen.findByText("Fitzen is locked");
  stage.isOffline = true;
  await fireEvent.press(screen.getByText("Secret", { includeHiddenElements: true }));
  await fireEvent.press(screen.getByRole("button", { name: "Sign out" }));
  await screen.findByRole("button", { name: "Sign out and lose it" });
  await fireEvent.press(screen.getByRole("button", { name: "Cancel" }));
  expect(unlock()).not.toBeNull();
  expect(currentSession()).not.toBeNull();
  await fireEvent.press(screen.getByRole("button", { name: "Sign out" }));
  await fireEvent.press(await screen.findByRole("button", { name: "Sign out and lose it" }));
  await waitFor(() => expect(currentSession()).toBeNull());
  await waitFor(() => expect(lockAfter()).toBeNull());
  expect((await stage.disk.load()).records).toEqual([]);
});

test("with nothing unsent, signing out says that all is kept", async () => {
  await show();
  await screen.findByText("Fitzen is locked");
  await fireEvent.press(screen.getByRole("button", { name: "Sign out" }));
  expect(await screen.findByText("You can sign in again at any time. All that was sent is kept.")).toBeTruthy();
  await fireEvent.press(await screen.findByRole("button", { name: "Sign out" }));
  await waitFor(() => expect(currentSession()).toBeNull());
  expect(stage.asked.map(({ path }) => path)).toContain("/api/auth/logout");
});

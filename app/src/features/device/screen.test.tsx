import { fireEvent, render, screen, waitFor } from "@testing-library/react-native";
import "@/i18n";
import { NOTHING_KEPT } from "@/lib/health/kept";
import { runHealth, switchHealth } from "@/lib/health/service";
import { HealthCard } from "./health-card";
import { LockCard } from "./lock-card";
import { NoticesCard } from "./notices-card";

const mockStore = { name: "apple", state: jest.fn(async () => "ready"), ask: jest.fn(async () => true), refused: jest.fn(async (): Promise<unknown> => ({ read: [], write: [] })), openSettings: jest.fn() };
jest.mock("@/lib/health", () => ({
  get store() {
    return mockStore;
  },
}));
let mockKept = { ...NOTHING_KEPT };
jest.mock("@/lib/health/service", () => ({
  keptHealth: async () => mockKept,
  switchHealth: jest.fn(async (_user: string, change: object) => (mockKept = { ...mockKept, ...change })),
  runHealth: jest.fn(async () => (mockKept = { ...mockKept, lastRead: Date.parse("2026-11-26T09:00:00Z") })),
}));
jest.mock("@/sync/me", () => ({ useMe: () => ({ id: "u1", time_zone: "Europe/Madrid", locale: "en" }) }));
jest.mock("@/sync/provider", () => ({ useSync: () => ({ phone: {}, state: "idle" }) }));
let mockAllowed = "undecided";
jest.mock("@/lib/notices", () => ({ KEEPS_CLOSED: true, permission: async () => mockAllowed, askPermission: async () => (mockAllowed = "granted") }));
let mockAfter: number | null = null;
const mockHeard = new Set<() => void>();
const mockUnlock = jest.fn(async () => true);
jest.mock("@/lib/lock", () => ({
  canLock: async () => true,
  lockAfter: () => mockAfter,
  subscribeLock: (listener: () => void) => {
    mockHeard.add(listener);
    return () => mockHeard.delete(listener);
  },
  setLockAfter: async (next: number | null) => {
    mockAfter = next;
    mockHeard.forEach((listener) => listener());
  },
  unlock: () => mockUnlock(),
}));

test("notifications are allowed on a tap, and not before", async () => {
  await render(<NoticesCard />);
  await fireEvent.press(await screen.findByRole("button", { name: "Allow notifications" }));
  expect(await screen.findByText(/^On\./)).toBeTruthy();
  expect(screen.queryByRole("button")).toBeNull();
});

test("the lock is switched on by who can unlock, and by nobody else", async () => {
  mockUnlock.mockResolvedValueOnce(false);
  await render(<LockCard />);
  const lock = await screen.findByRole("switch");
  await fireEvent.press(lock);
  expect(mockAfter).toBeNull();
  await fireEvent.press(lock);
  await waitFor(() => expect(mockAfter).toBe(60));
  await fireEvent.press(screen.getByRole("radio", { name: "5 min" }));
  expect(mockAfter).toBe(300);
});

test("a kind that is switched on is asked for, kept, and read at once", async () => {
  await render(<HealthCard />);
  const [weight] = await screen.findAllByRole("switch", { name: "Weight" });
  await waitFor(() => expect(weight!.props["aria-disabled"] ?? weight!.props.accessibilityState?.disabled).toBeFalsy());
  await fireEvent.press(weight!);
  await waitFor(() => expect(runHealth).toHaveBeenCalledTimes(1));
  expect(mockStore.ask).toHaveBeenCalledWith(expect.objectContaining({ read: ["weight"], write: [] }));
  expect(switchHealth).toHaveBeenCalledWith("u1", { read: ["weight"] }, expect.any(Number));
  expect(await screen.findByText(/^Last read/)).toBeTruthy();
});

test("what the system refuses is said, and leads to its settings", async () => {
  mockKept = { ...NOTHING_KEPT, write: ["weight"] };
  mockStore.refused.mockResolvedValue({ read: [], write: ["weight"] });
  await render(<HealthCard />);
  expect(await screen.findByRole("switch", { name: /^Weight\W+Not allowed in the settings$/ })).toBeTruthy();
  await fireEvent.press(screen.getByRole("button", { name: "Open settings" }));
  expect(mockStore.openSettings).toHaveBeenCalled();
});

import AsyncStorage from "@react-native-async-storage/async-storage";
import { screen, waitFor } from "@testing-library/react-native";
import "@/i18n";
import { keys } from "@/api/keys";
import { queryClient } from "@/api/query";
import { daysBefore } from "@/lib/day";
import { moment, nextDay } from "@/lib/reminders/clock";
import { Stage, TODAY } from "@/sync/testing/stage";
import { TodayScreen } from "./screen";

let mockDisk: Stage["disk"];
jest.mock("@/sync/open-disk", () => ({ openDisk: async () => mockDisk }));
jest.mock("@/lib/secrets", () => jest.requireActual("@/sync/testing/secrets"));
jest.mock("@/lib/online", () => ({ onOnline: () => () => undefined, onOffline: () => () => undefined }));
jest.mock("@/ui/motion", () => ({ useGrowing: (value: number) => value }));
jest.mock("expo-router", () => ({ router: { push: jest.fn(), navigate: jest.fn() } }));

const ASKED = `GET /api/users/me/today`;
const AVATAR = `GET /api/users/me/avatar`;
const session = (id: string, order: number) => ({ id, name: `Day ${id}`, week: 1, order, minutes: 45, deload: false, exercises: [] });
const PLAN = { kind: "training_plan", id: "plan", body: { id: "plan", name: "Six weeks", goal: "gain", weeks: 6, status: "active", days: [session("A", 1), session("B", 2)] } };
const REMINDER = { kind: "reminder", id: "bed", body: { id: "bed", kind: "custom", title: "Bed time", once_at: null as string | null } };

const today = (more: object = {}) => ({
  day: TODAY,
  targets: null,
  eaten: { energy_kcal: 0, protein_g: 0, carbs_g: 0, fat_g: 0, water_ml: 0, unknown: {} },
  next_session: { name: "Day A", why: "It is next in your plan “Six weeks”: week 1 of 6.", minutes: 45, plan_id: "plan", session_id: "A", exercises: [], sources: [] },
  habits: [],
  weight: null,
  reminders: [],
  note: null,
  achievements: [],
  has_picture: false,
  ...more,
});

let stage: Stage;
const asked = () => stage.asked.map(({ method, path }) => `${method} ${path}`).filter((each) => !each.endsWith("/api/sync"));
afterEach(() => queryClient.clear()); // what it keeps for a week would keep the process
beforeEach(async () => {
  await AsyncStorage.clear();
  stage = new Stage();
  mockDisk = stage.disk;
  stage.replies.set(ASKED, { body: today() });
});

/** Wait until all that was asked for is answered. */
const settled = () => waitFor(() => expect(queryClient.isFetching()).toBe(0));

/** Put there what was answered twenty minutes ago. */
function keep(queryKey: readonly string[], answer: unknown): void {
  queryClient.setQueryDefaults(queryKey, { gcTime: Infinity });
  queryClient.setQueryData(queryKey, answer, { updatedAt: Date.now() - 20 * 60_000 });
}

test("opening Today asks for it once, and for nothing else", async () => {
  await stage.show(<TodayScreen />, [PLAN]);
  expect(await screen.findByText("It is next in your plan “Six weeks”: week 1 of 6.")).toBeTruthy();
  await settled();
  expect(asked()).toEqual([ASKED]);
});

test("who has a picture is asked for it once, and not again while its address holds", async () => {
  stage.replies.set(ASKED, { body: today({ has_picture: true }) });
  stage.replies.set(AVATAR, { body: { url: "/files/a", thumbnail_url: "/files/b", width: 1, height: 1 } });
  await stage.show(<TodayScreen />, [PLAN]);
  await waitFor(() => expect(asked()).toEqual([ASKED, AVATAR]));
  await settled();
  const kept = queryClient.getQueryData(keys.avatar()); // as the disk keeps it
  expect(kept).toMatchObject({ url: "/files/a" });
  await screen.unmount();
  await stage.show(<TodayScreen />, [PLAN], {}, () => keep(keys.avatar(), kept));
  await waitFor(() => expect(asked()).toEqual([ASKED, AVATAR, ASKED]));
  await settled();
  expect(asked()).toHaveLength(3);
});

test("without a network the day after, the session after the one that was trained is next, and reminders come", async () => {
  const at = new Date(moment(nextDay(TODAY), 0, "Europe/Madrid") - 1).toISOString(); // the last of the day: it is still to come
  const trained = { kind: "workout", id: "w", body: { id: "w", name: "Day A", started_at: new Date().toISOString(), session_id: "A", exercises: [] } };
  stage.isOffline = true;
  await stage.show(<TodayScreen />, [PLAN, trained, { ...REMINDER, body: { ...REMINDER.body, once_at: at } }], {}, () => keep(keys.today(), today({ day: daysBefore(TODAY, 1) })));
  expect(await screen.findByText("Day B")).toBeTruthy();
  expect(queryClient.getQueryData(keys.today())).toMatchObject({ next_session: { name: "Day A" } });
  expect(screen.getByText("Week 1 of 6")).toBeTruthy();
  expect(screen.queryByText("Day A")).toBeNull();
  expect(screen.getByText("Bed time")).toBeTruthy();
});

test("without a network and with nothing kept, what the device knows is shown, and nobody is told that their profile lacks something", async () => {
  const meal = { kind: "meal", id: "m", body: { id: "m", slot: "lunch", eaten_at: `${TODAY}T12:00:00+00:00`, items: [{ name: "Rice", nutrients: { energy_kcal: 321, protein_g: 7 } }] } };
  stage.isOffline = true;
  await stage.show(<TodayScreen />, [PLAN, meal]);
  expect(await screen.findByText("321 kcal")).toBeTruthy();
  expect(screen.getByText("Your targets come when the server can be reached.")).toBeTruthy();
  expect(screen.getByText("Day A")).toBeTruthy();
  expect(screen.queryByText("Complete my profile")).toBeNull();
});

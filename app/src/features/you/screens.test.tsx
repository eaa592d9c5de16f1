import AsyncStorage from "@react-native-async-storage/async-storage";
import { fireEvent, screen, waitFor } from "@testing-library/react-native";
import i18n from "@/i18n";
import spanishWords from "@/i18n/es";
import { currentSession } from "@/api/session";
import { queryClient } from "@/api/query";
import { keep } from "@/lib/kept";
import { loadSpoken } from "@/lib/spoken";
import * as spanish from "@/lib/spoken/spanish";
import { Stage } from "@/sync/testing/stage";
import { EraseScreen } from "./data/erase-screen";
import { Menu } from "./menu";
import { HealthScreen } from "./profile/health-screen";
import { ProfileScreen } from "./profile/profile-screen";
import { RemindersScreen } from "./reminders/screen";
import { TargetsScreen } from "./targets/screen";

let mockDisk: Stage["disk"];
jest.mock("expo-crypto", () => ({ randomUUID: () => jest.requireActual<typeof import("node:crypto")>("node:crypto").randomUUID() }));
jest.mock("expo-notifications", () => ({}));
jest.mock("@/sync/open-disk", () => ({ openDisk: async () => mockDisk }));
jest.mock("@/lib/secrets", () => jest.requireActual("@/sync/testing/secrets"));
jest.mock("expo-router", () => ({ router: { push: jest.fn(), replace: jest.fn(), back: jest.fn(), canGoBack: () => false }, usePathname: () => "/you", useLocalSearchParams: () => ({}) }));
jest.mock("@/lib/uploads", () => ({ useUploads: () => ({ waiting: [] }), eraseUploads: async () => undefined }));
jest.mock("@/lib/pictures/kept", () => ({ erasePictures: async () => undefined }));
jest.mock("@/lib/notices", () => ({ scheduled: async () => [], cancel: async () => undefined }));
jest.mock("@/lib/online", () => ({ onOnline: () => () => undefined, onOffline: () => () => undefined }));
jest.mock("@/lib/use-online", () => ({ useOnline: () => true }));

let stage: Stage;
beforeEach(() => {
  stage = new Stage();
  mockDisk = stage.disk;
});

afterAll(() => queryClient.clear()); // its timers would keep the process

const lastBody = () => stage.ops.at(-1)?.body as Record<string, unknown> | undefined;
const TARGETS = "/api/nutrition/targets/me";
const targets = (energy_kcal: number, source: string) => ({ targets: { energy_kcal, protein_g: 140, carbs_g: 250, fat_g: 70, fiber_g: 31, source }, why: ["You burn 2,600 kcal."], missing: [] });

test("a profile is saved as it is typed, and what cannot be read is said and not sent", async () => {
  await stage.show(<ProfileScreen />);
  const birth = await screen.findByLabelText("Birth date");
  await fireEvent.changeText(birth, "1990-13-01");
  await fireEvent(birth, "blur");
  expect(screen.getByText("Write it as year-month-day.")).toBeTruthy();
  await fireEvent.changeText(birth, "1990-03-01");
  await fireEvent(birth, "blur");
  await waitFor(() => expect(lastBody()?.birth_date).toBe("1990-03-01"));
  expect(stage.ops.some((op) => op.body?.birth_date === "1990-13-01")).toBe(false);
});

test("what the server refuses is said at its field, and goes once it is put right", async () => {
  stage.judge = (op) => (op.body?.height_cm === 90 ? { status: "rejected", problem: { title: "", status: 422, detail: "", errors: [{ field: "height_cm", message: "That is too small." }] } } : null);
  await stage.show(<ProfileScreen />, [], { height_cm: 170 });
  const height = await screen.findByLabelText("Height (cm)");
  await fireEvent.changeText(height, "90");
  await fireEvent(height, "blur");
  expect(await screen.findByText("That is too small.")).toBeTruthy();
  await fireEvent.changeText(height, "171");
  await fireEvent(height, "blur");
  await waitFor(() => expect(screen.queryByText("That is too small.")).toBeNull());
  await waitFor(() => expect(lastBody()?.height_cm).toBe(171));
});

test("one answer about health leaves the others as they are", async () => {
  const health = { injuries: ["left knee"], conditions: [], screening: { active: true } };
  stage.replies.set("GET /api/users/me/screening", { body: { questions: [{ id: "disease", text: "Do you have a disease?", kind: "yes_no", needed: true }], answers: {}, answered_at: null, ask_again: false, outcome: "unanswered", clearance_before: null, careful: false, reasons: [], text: "Please answer." } });
  await stage.show(<HealthScreen />, [], { health });
  await screen.findByText("Do you have a disease?");
  await fireEvent.press(screen.getByRole("radio", { name: "No" }));
  await waitFor(() => expect(lastBody()?.health).toEqual({ ...health, screening: { active: true, disease: false } }));
});

test("the list says what each part is set to", async () => {
  stage.replies.set(`GET ${TARGETS}`, { body: targets(2200, "Mifflin") });
  await stage.show(<Menu />, [{ kind: "reminder", id: "r1", body: { id: "r1", kind: "water", title: "Drink", at_local: "11:00", enabled: true } }], { name: "Ana", height_cm: 168, birth_date: "1994-05-17", dietary: { pattern: "vegan", allergies: ["nuts"], dislikes: [] } });
  expect(await screen.findByRole("link", { name: /^Daily targets.*2,200 kcal · 140 g protein$/ })).toBeTruthy();
  expect(screen.getByRole("link", { name: /^Food.*Vegan · no nuts$/ })).toBeTruthy();
  expect(screen.getByRole("link", { name: /^Reminders.*1 is on$/ })).toBeTruthy();
});

test("targets that are too low are refused in the server's words, and what was typed stays", async () => {
  stage.replies.set(`GET ${TARGETS}`, { body: targets(2200, "Mifflin") });
  stage.replies.set(`PUT ${TARGETS}`, ({ body }) => ((body as { energy_kcal: number }).energy_kcal < 1200 ? { status: 422, body: { title: "", status: 422, detail: "", errors: [{ field: "energy_kcal", message: "This must be at least 1,400." }] } } : { body: targets(2000, "own") }));
  await stage.show(<TargetsScreen />);
  await screen.findByText("2,200 kcal");
  await fireEvent.press(screen.getByRole("button", { name: "Set my own" }));
  const energy = await screen.findByLabelText("Energy (kcal)");
  await fireEvent.changeText(energy, "900");
  await fireEvent.press(screen.getByRole("button", { name: "Save" }));
  expect(await screen.findByText("This must be at least 1,400.")).toBeTruthy();
  expect(screen.getByLabelText("Energy (kcal)").props.value).toBe("900");
  stage.replies.set(`GET ${TARGETS}`, { body: targets(2000, "own") });
  await fireEvent.changeText(screen.getByLabelText("Energy (kcal)"), "2000");
  await fireEvent.press(screen.getByRole("button", { name: "Save" }));
  expect(await screen.findByText("Set by you")).toBeTruthy();
  expect(stage.asked.findLast(({ method }) => method === "PUT")?.body).toEqual({ energy_kcal: 2000, protein_g: 140, carbs_g: 250, fat_g: 70, fiber_g: 31 });
});

test("a reminder is written on the device, switched off, and what is missing is said", async () => {
  await stage.show(<RemindersScreen />);
  await fireEvent.press((await screen.findAllByRole("button", { name: "New reminder" }))[0]!);
  await fireEvent.press(await screen.findByRole("radio", { name: "Habit" }));
  await fireEvent.press(screen.getByRole("button", { name: "Save" }));
  expect(screen.getByText("Choose a habit.")).toBeTruthy();
  await fireEvent.press(screen.getByRole("radio", { name: "Water" }));
  await fireEvent.changeText(screen.getByLabelText("Time"), "7:45 pm");
  await fireEvent.press(screen.getByRole("button", { name: "Save" }));
  await waitFor(() => expect(stage.ops).toHaveLength(1));
  expect(stage.ops[0]).toMatchObject({ kind: "reminder", action: "create", body: { kind: "water", title: "A glass of water", at_local: "19:45", enabled: true, only_if_not_done: true } });
  await fireEvent.press(await screen.findByRole("switch", { name: "A glass of water" }));
  await waitFor(() => expect(lastBody()?.enabled).toBe(false));
});

test("everything is erased only on the word and the second factor, and then this device has nothing", async () => {
  stage.replies.set("GET /api/auth/mfa", { body: { on: true, recovery_codes_left: 9 } });
  stage.replies.set("DELETE /api/users/me", { status: 204 });
  await keep("coach.u.drafts", { c1: "not for others" });
  await keep("theme", "dark");
  await stage.show(<EraseScreen />);
  const erase = await screen.findByRole("button", { name: "Erase everything for good" });
  await fireEvent.changeText(screen.getByLabelText("Type ERASE"), "erase");
  await fireEvent.press(erase);
  expect(stage.asked.some(({ method }) => method === "DELETE")).toBe(false);
  await fireEvent.changeText(await screen.findByLabelText("Code of the app, or a recovery code"), "123456");
  await fireEvent.press(erase);
  await waitFor(() => expect(currentSession()).toBeNull());
  await waitFor(async () => expect((await AsyncStorage.getAllKeys()).filter((name) => name.startsWith("fitzen.kept."))).toEqual(["fitzen.kept.theme"]));
  expect((await stage.disk.load()).records).toEqual([]);
});

describe("in Spanish", () => {
  beforeAll(async () => {
    i18n.addResourceBundle("es", "translation", spanishWords);
    await i18n.changeLanguage("es");
    await loadSpoken(async () => spanish); // a browser and a phone load it by themselves, jest has no import()
  });
  afterAll(() => i18n.changeLanguage("en"));

  test("targets give their reasons, and what the server refuses is said at its field", async () => {
    const why = ["You burn about 2,650 kcal a day, give or take 390.", "To lose 0.45 kg a week, eat 480 kcal a day less than that.", "Nobody ever translated this."];
    stage.replies.set(`GET ${TARGETS}`, { body: { ...targets(2170, "Mifflin-St Jeor x 1.6, to lose"), why } });
    const refused = "This must be at least 1,480 for you: your body uses that at rest.";
    stage.replies.set(`PUT ${TARGETS}`, { status: 422, body: { title: "Some fields need your attention", status: 422, detail: refused, errors: [{ field: "energy_kcal", message: refused }] } });
    await stage.show(<TargetsScreen />);
    expect(await screen.findByText("Gastas unas 2650 kcal al día, 390 arriba o abajo.")).toBeTruthy();
    expect(screen.getByText("Para perder 0,45 kg por semana, come 480 kcal menos al día.")).toBeTruthy();
    expect(screen.getByText("Nobody ever translated this.")).toBeTruthy();
    expect(screen.getByText(/Mifflin-St Jeor × 1,6, para perder/)).toBeTruthy();
    await fireEvent.press(screen.getByRole("button", { name: i18n.t("you.targets.own") }));
    await fireEvent.changeText(await screen.findByLabelText(/kcal/), "900");
    await fireEvent.press(screen.getByRole("button", { name: i18n.t("common.save") }));
    expect(await screen.findByText("En tu caso debe ser al menos 1480: tu cuerpo gasta eso en reposo.")).toBeTruthy();
  });

  test("a profile that is refused says so in Spanish", async () => {
    stage.judge = (op) => (op.body?.height_cm === 90 ? { status: "rejected", problem: { title: "", status: 422, detail: "", errors: [{ field: "height_cm", message: "This must be at least 100." }] } } : null);
    await stage.show(<ProfileScreen />, [], { height_cm: 170 });
    const height = await screen.findByLabelText(/\(cm\)/);
    await fireEvent.changeText(height, "90");
    await fireEvent(height, "blur");
    expect(await screen.findByText("Debe ser al menos 100.")).toBeTruthy();
  });
});

import { configure, fireEvent, screen, waitFor } from "@testing-library/react-native";
import "@/i18n";
import { queryClient } from "@/api/query";
import { Stage } from "@/sync/testing/stage";
import { OnboardingScreen } from "./screen";

let mockDisk: Stage["disk"];
jest.mock("expo-crypto", () => ({ randomUUID: () => jest.requireActual<typeof import("node:crypto")>("node:crypto").randomUUID() }));
jest.mock("@/sync/open-disk", () => ({ openDisk: async () => mockDisk }));
jest.mock("@/lib/secrets", () => jest.requireActual("@/sync/testing/secrets"));
jest.mock("expo-router", () => ({ router: { replace: jest.fn() } }));
jest.mock("@/lib/online", () => ({ onOnline: () => () => undefined, onOffline: () => () => undefined }));

configure({ asyncUtilTimeout: 20_000 }); // a machine that is busy is slow, and the first render compiles React Native

let stage: Stage;
beforeEach(() => {
  stage = new Stage();
  mockDisk = stage.disk;
  stage.replies.set("POST /api/users/me/onboarding", { body: {} });
});

afterAll(() => queryClient.clear()); // its timers would keep the process

const press = async (role: "button" | "radio", name: string | RegExp) => fireEvent.press(await screen.findByRole(role, { name }));
const sent = async () => {
  await waitFor(() => expect(stage.asked.some(({ path }) => path.endsWith("/onboarding"))).toBe(true));
  return stage.asked.find(({ path }) => path.endsWith("/onboarding"))?.body;
};

test("who skips the rest hands in all that was answered: on this page, and on later ones after going back", async () => {
  await stage.show(<OnboardingScreen />, [], { onboarding_completed: false, time_zone: "UTC" });
  await press("radio", "Build muscle");
  await press("button", "Next");
  await fireEvent.changeText(await screen.findByLabelText("Height (in)"), "66");
  await press("button", "Next");
  await press("radio", /^New to it/);
  await press("button", "Back");
  await press("button", "Back");
  await press("radio", "Get stronger or faster");
  await press("button", "Skip all for now");
  expect(await sent()).toMatchObject({ goal: "perform", height_cm: 167.64, fitness_level: "beginner" });
  expect(await sent()).not.toHaveProperty("training_days_per_week");
});

test("who goes through the questions again keeps the language and the time zone that they chose", async () => {
  await stage.show(<OnboardingScreen />, [], { locale: "es", time_zone: "Pacific/Auckland", goal: "lose" });
  await press("button", "Skip all for now");
  const body = await sent();
  expect(body).not.toHaveProperty("locale");
  expect(body).not.toHaveProperty("time_zone");
});

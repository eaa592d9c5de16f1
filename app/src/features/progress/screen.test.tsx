import { configure, fireEvent, screen, waitFor } from "@testing-library/react-native";
import { router, useLocalSearchParams } from "expo-router";
import "@/i18n";
import { daysBefore, dayOf } from "@/lib/day";
import { KindScreen } from "./kind-screen";
import { MeasureScreen } from "./measure/screen";
import { ComparePhotosScreen } from "./photos/compare-screen";
import { uncover } from "./photos/cover";
import { PhotosScreen } from "./photos/gallery-screen";
import { ProgressScreen } from "./screen";
import { disk, goal, inside, leave, measurement, photo, queued } from "./testing/inside";

jest.mock("@/lib/secrets", () => ({ readSecret: async () => null, keepSecret: async () => undefined }));
jest.mock("@/sync/open-disk", () => ({ openDisk: async () => jest.requireActual<typeof import("./testing/inside")>("./testing/inside").disk.current }));
jest.mock("@/lib/uploads/disk", () => ({ openUploadDisk: async () => new (jest.requireActual<typeof import("@/lib/uploads/testing/world")>("@/lib/uploads/testing/world").MemoryUploads)() }));
jest.mock("expo-router", () => ({ router: { push: jest.fn(), back: jest.fn(), replace: jest.fn(), canGoBack: () => true }, useLocalSearchParams: jest.fn(() => ({})) }));
jest.mock("@/lib/online", () => ({ onOnline: () => () => undefined, onOffline: () => () => undefined }));
jest.mock("@/lib/use-online", () => ({ useOnline: () => false }));
jest.mock("expo-image", () => ({ Image: () => null }));

let mockIds = 0;
jest.mock("expo-crypto", () => ({ randomUUID: () => `id-${++mockIds}` }));
configure({ asyncUtilTimeout: 20_000 }); // the first render compiles React Native

const today = dayOf(new Date(), "UTC");
const at = (days: number) => `${daysBefore(today, days)}T07:00:00+00:00`;
const weights = (values: number[]) => values.map((value, place) => measurement(`w${place}`, "weight_kg", value, at((values.length - 1 - place) * 2)));
const params = (given: Record<string, string>) => jest.mocked(useLocalSearchParams).mockReturnValue(given);

beforeEach(() => {
  jest.clearAllMocks();
  params({});
  uncover(false);
});
afterEach(leave);

test("the tab shows weight with its trend and rate, the goal, what else is measured, and the doors", async () => {
  await inside(<ProgressScreen />, [...weights([82, 81.8, 81.7, 81.4, 81.2, 81]), measurement("s", "steps", 9000, at(1)), goal("g", "weight_kg", 78)]);
  await screen.findByText("81 kg");
  expect(screen.getByText(/^Trend 81(\.\d)? kg \(/)).toBeTruthy();
  expect(screen.getByText(/^-0\.\d+ kg a week \(/)).toBeTruthy();
  expect(screen.getByText(/^Goal 78 kg · .* kg to go$/)).toBeTruthy();
  expect(screen.getByText("9,000 steps")).toBeTruthy();
  expect(screen.getByText("1 on the way")).toBeTruthy();
});

test("somebody new is told where to begin", async () => {
  await inside(<ProgressScreen />, []);
  await fireEvent.press(await screen.findByRole("button", { name: "Log your weight" }));
  expect(router.push).toHaveBeenCalledWith({ pathname: "/measure", params: { kind: "weight_kg" } });
});

test("several are saved at once, in the person's units, from the last value on; what was not touched is left out", async () => {
  await inside(<MeasureScreen />, [...weights([81, 80]), measurement("a", "waist_cm", 90, at(3)), measurement("b", "body_fat_pct", 20, at(3))], { units: "imperial" });
  await fireEvent.press(await screen.findByRole("button", { name: "Weight: more" }));
  await fireEvent.changeText(screen.getByLabelText("Waist (in)"), "35,5");
  await fireEvent.press(screen.getByRole("button", { name: "Save 2 values" }));
  await waitFor(() => expect(router.back).toHaveBeenCalled());
  const ops = await queued();
  expect(ops.map(({ body }) => [(body as { metric: string }).metric, (body as { value: number }).value])).toEqual([
    ["weight_kg", 80.1], // 176.4 lb and a step of 0.2
    ["waist_cm", 90.17],
  ]);
  await fireEvent.press(screen.getByRole("button", { name: "Undo" }));
  await waitFor(async () => expect(await queued()).toEqual([]));
});

test("what cannot be is refused at its field, what is unusual is asked about, and a yes is sent along", async () => {
  await inside(<MeasureScreen />, weights([81, 80]));
  const field = await screen.findByLabelText("Weight (kg)");
  await fireEvent.changeText(field, "800");
  await fireEvent.press(screen.getByRole("button", { name: "Save" }));
  expect(screen.getByText("Give 20 kg to 500 kg.")).toBeTruthy();
  await fireEvent.changeText(field, "88");
  expect(screen.getByText("88 kg is 8 kg from 80 kg, 0 days before.")).toBeTruthy();
  expect(await queued()).toEqual([]);
  await fireEvent.press(screen.getByRole("button", { name: "It is right" }));
  await fireEvent.press(screen.getByRole("button", { name: "Save" }));
  await waitFor(async () => expect(await queued()).toMatchObject([{ action: "create", body: { metric: "weight_kg", value: 88, confirmed: true } }]));
});

test("a value is corrected, and deleted with a way back", async () => {
  params({ kind: "weight_kg" });
  await inside(<KindScreen />, weights([82, 81.5, 81.2, 81, 80.8]));
  const rows = await screen.findAllByRole("button", { name: /kg$|Trend/ });
  await fireEvent.press(rows[0]!);
  await fireEvent.changeText(screen.getByLabelText("Weight (kg)"), "80.9");
  await fireEvent.press(screen.getByRole("button", { name: "Save" }));
  await waitFor(async () => expect(await queued()).toMatchObject([{ action: "update", body: { value: 80.9 } }]));
  await fireEvent.press(screen.getAllByRole("button", { name: /Trend/ })[0]!);
  await fireEvent.press(screen.getByRole("button", { name: "Delete" }));
  await waitFor(async () => expect((await queued()).at(-1)).toMatchObject({ action: "delete" }));
  await fireEvent.press(screen.getByRole("button", { name: "Undo" }));
  await waitFor(async () => expect((await queued()).at(-1)).toMatchObject({ action: "create", body: { metric: "weight_kg", value: 80.9 } }));
});

test("a chart is gone along by steps, as a screen reader does", async () => {
  params({ kind: "weight_kg" });
  await inside(<KindScreen />, weights([82, 81.5, 81.2, 81, 80.8]));
  await screen.findAllByText("80.8 kg");
  await fireEvent(screen.getByTestId("chart"), "layout", { nativeEvent: { layout: { width: 340, height: 260 } } });
  const slider = screen.getByRole("slider", { name: "Look through Weight" });
  await fireEvent(slider, "accessibilityAction", { nativeEvent: { actionName: "decrement" } });
  expect(screen.getByRole("slider", { name: "Look through Weight" }).props["aria-valuetext"] ?? screen.getByRole("slider", { name: "Look through Weight" }).props.accessibilityValue?.text).toMatch(/: 81 kg, trend/);
});

test("photos are covered until they are to be shown, and there by month", async () => {
  await inside(<PhotosScreen />, [photo("p1", "front", "2026-03-02T08:00:00Z"), photo("p2", "side", "2026-01-05T08:00:00Z")]);
  await screen.findByText("March 2026");
  expect(screen.getByText("January 2026")).toBeTruthy();
  await fireEvent.press(screen.getByRole("radio", { name: "Side" }));
  expect(screen.queryByText("March 2026")).toBeNull();
  await fireEvent.press(screen.getByRole("button", { name: "Show the photos" }));
  expect(screen.getByRole("button", { name: "Cover the photos" })).toBeTruthy();
});

test("a photo is deleted only after a yes", async () => {
  await inside(<PhotosScreen />, [photo("p1", "front", "2026-03-02T08:00:00Z")]);
  await fireEvent.press(await screen.findByRole("button", { name: /Mar 2 · Front/ }));
  await fireEvent.press(screen.getByRole("button", { name: "Delete" }));
  expect(await queued()).toEqual([]);
  await fireEvent.press(screen.getByRole("button", { name: "Delete" }));
  await waitFor(async () => expect(await queued()).toMatchObject([{ kind: "photo", action: "delete" }]));
});

test("two photos are compared: the oldest and the newest first, with the weight at each", async () => {
  await inside(<ComparePhotosScreen />, [
    photo("p1", "front", "2026-01-05T08:00:00Z"),
    photo("p2", "front", "2026-02-02T08:00:00Z"),
    photo("p3", "front", "2026-03-02T08:00:00Z"),
    measurement("w1", "weight_kg", 84, "2026-01-06T07:00:00Z"),
    measurement("w2", "weight_kg", 81.5, "2026-03-01T07:00:00Z"),
  ]);
  await screen.findByText("8 weeks · -2.5 kg");
  await fireEvent.press(screen.getByRole("radio", { name: /^After: Feb 2/ }));
  expect(screen.getByText("4 weeks")).toBeTruthy();
  expect(screen.getByText("no weight near this day")).toBeTruthy();
});

test("what was typed is there again after the app was closed", async () => {
  await inside(<MeasureScreen />, weights([81, 80]));
  await fireEvent.changeText(await screen.findByLabelText("Weight (kg)"), "79.4");
  await screen.unmount();
  await leave();
  await inside(<MeasureScreen />, weights([81, 80]));
  expect((await screen.findByLabelText("Weight (kg)")).props.value).toBe("79.4");
  expect(disk.current).toBeTruthy();
});

import { configure, fireEvent, screen } from "@testing-library/react-native";
import "@/i18n";
import { queryClient } from "@/api/query";
import { DecisionsLine } from "@/sync/decisions";
import { Stage } from "@/sync/testing/stage";
import { Avatar } from "./header";

let mockDisk: Stage["disk"];
const mockWent: unknown[] = [];
jest.mock("expo-crypto", () => ({ randomUUID: () => jest.requireActual<typeof import("node:crypto")>("node:crypto").randomUUID() }));
jest.mock("expo-notifications", () => ({}));
jest.mock("@/sync/open-disk", () => ({ openDisk: async () => mockDisk }));
jest.mock("@/lib/secrets", () => jest.requireActual("@/sync/testing/secrets"));
jest.mock("expo-router", () => ({ router: { push: (to: unknown) => mockWent.push(to) } }));
jest.mock("@/lib/uploads", () => ({ useUploads: () => ({ waiting: [] }) }));
jest.mock("@/lib/online", () => ({ onOnline: () => () => undefined, onOffline: () => () => undefined }));

configure({ asyncUtilTimeout: 20_000 }); // a machine that is busy is slow, and the first render compiles React Native

afterAll(() => queryClient.clear()); // its timers would keep the process

const top = (
  <>
    <Avatar name="Ana" there={false} />
    <DecisionsLine />
  </>
);

test("Today says that something waits for a decision, and so does the way to You", async () => {
  const stage = new Stage();
  mockDisk = stage.disk;
  stage.shown = ["a", "b"].map((id) => ({ op: { op_id: id, kind: "water", id, action: "create", body: { ml: 1 }, sent: true }, result: { op_id: id, status: "rejected", problem: null } }));
  await stage.show(top);
  await fireEvent.press(await screen.findByRole("link", { name: "2 changes wait for your decision" }));
  expect(mockWent).toEqual(["/you/decisions"]);
  expect(screen.getByRole("link", { name: "You. 2 changes wait for your decision" })).toBeTruthy();
});

test("where nothing waits, nothing is said", async () => {
  const stage = new Stage();
  mockDisk = stage.disk;
  await stage.show(top);
  expect(await screen.findByRole("link", { name: "You" })).toBeTruthy();
  expect(screen.queryByText(/your decision/)).toBeNull();
});

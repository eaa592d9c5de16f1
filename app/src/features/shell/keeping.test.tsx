/** What the person sees of the device's disk: another window's changes on the first return, a disk that is full, one that cannot be opened. */

import { QueryClientProvider } from "@tanstack/react-query";
import { act, fireEvent, render, screen, waitFor } from "@testing-library/react-native";
import type { ReactNode } from "react";
import { Text } from "react-native";
import "@/i18n";
import { queryClient } from "@/api/query";
import { endSession, loadSession, startSession } from "@/api/session";
import type { Disk } from "@/sync/disk";
import { Phone, UnreachableError } from "@/sync/phone";
import type { Op } from "@/sync/records";
import { SyncProvider, useRecords, useSync } from "@/sync/provider";
import { MemoryDisk } from "@/sync/testing/world";
import { WRITABLE } from "@/sync/writable";
import { Button, Sheet } from "@/ui";
import { NotKept } from "./not-kept";
import { Opening } from "./opening";

let mockOpen: () => Promise<Disk>;
let mockReturn: () => void;
jest.mock("@/sync/open-disk", () => ({ openDisk: () => mockOpen() }));
jest.mock("@/lib/shown", () => ({
  onShown: (listener: () => void) => {
    mockReturn = listener;
    return () => undefined;
  },
}));
jest.mock("@/lib/online", () => ({ onOnline: () => () => undefined, onOffline: () => () => undefined }));
jest.mock("@/lib/secrets", () => ({ readSecret: async () => null, keepSecret: async () => undefined }));

const USER = "u1";
const unreachable = () => Promise.reject(new UnreachableError("no network"));
let disk: MemoryDisk;
let ids = 0;

beforeEach(async () => {
  queryClient.clear();
  disk = new MemoryDisk();
  mockOpen = async () => disk;
  globalThis.fetch = jest.fn(async (input: Request) => {
    const { ops = [] } = input.method === "POST" ? ((await input.json()) as { ops: Op[] }) : {};
    const results = ops.map(({ op_id, id, body }) => ({ op_id, status: "applied", version: 1, body: { id, ...body } }));
    return new Response(JSON.stringify({ changes: [], seq: 1, mark: null, more: false, results }), { status: 200 });
  }) as unknown as typeof fetch;
  await disk.write({ meta: { since: 1, mark: null, again: null, queue: [], shown: [] }, records: [{ kind: "user", id: USER, version: 1, deleted: false, body: { id: USER } }] });
  await loadSession();
  await startSession({ access_token: "a", refresh_token: "r", expires_in: 900 }, USER);
});
afterEach(() => endSession());

function Glasses() {
  const { phone, state } = useSync();
  const found = useRecords(["water"], (device) => device.all("water").map((each) => each.ml)) ?? [];
  const add = (ml: number) => void phone?.create("water", { drunk_at: "2026-11-27T08:00:00+00:00", ml }, `w${ml}`);
  return (
    <>
      <Text>{`${state}: ${[...found].sort().join(" ")}`}</Text>
      <Button label="Drink 200" onPress={() => add(200)} />
    </>
  );
}

const show = (children: ReactNode) =>
  render(
    <QueryClientProvider client={queryClient}>
      <SyncProvider>
        <NotKept>{children}</NotKept>
      </SyncProvider>
    </QueryClientProvider>,
  );

const otherWindow = () => Phone.open(unreachable, disk.beside(), () => `o${++ids}`, WRITABLE);
const cutOff = () => {
  globalThis.fetch = jest.fn(() => Promise.reject(new TypeError("no network"))) as unknown as typeof fetch;
};
const onDisk = async () => (await otherWindow()).all("water").map((each) => each.ml).sort();

test("the first return to a window shows what the other did, and what is done in it then is kept", async () => {
  await show(<Glasses />);
  await screen.findByText("idle: ");
  await (await otherWindow()).create("water", { ml: 100 });
  await act(async () => mockReturn());
  await screen.findByText(/: 100$/);
  await screen.findByText("idle: 100");
  cutOff();
  await fireEvent.press(screen.getByRole("button", { name: "Drink 200" }));
  await screen.findByText("offline: 100 200");
  expect(await onDisk()).toEqual([100, 200]);
});

test("a window that lies behind is not syncing for ever", async () => {
  jest.useFakeTimers({ doNotFake: ["setTimeout", "setImmediate", "queueMicrotask", "nextTick"] });
  try {
    await show(<Glasses />);
    await screen.findByText("idle: ");
    await otherWindow();
    cutOff(); // it does not even ask
    await act(async () => jest.advanceTimersByTime(61_000));
    await screen.findByText("idle: ");
  } finally {
    jest.useRealTimers();
  }
});

test("a disk that is full is told of over the screen and in a sheet until it takes what was done", async () => {
  await show(
    <>
      <Glasses />
      <Sheet open title="A sheet" close="Close" onClose={() => undefined}>
        {null}
      </Sheet>
    </>,
  );
  await screen.findByText("idle: ");
  cutOff();
  disk.isFull = true;
  await fireEvent.press(screen.getByRole("button", { name: "Drink 200" }));
  expect(await screen.findAllByText(/could not save your last change/)).toHaveLength(2);
  await fireEvent.press(screen.getAllByRole("button", { name: "Try again" })[0]!);
  await waitFor(() => expect(screen.getByText("idle: 200")).toBeTruthy());
  disk.isFull = false;
  await fireEvent.press(screen.getAllByRole("button", { name: "Try again" })[0]!);
  await waitFor(() => expect(screen.queryByText(/could not save your last change/)).toBeNull());
  expect(await onDisk()).toEqual([200]);
});

test("a disk that cannot be opened is told of, and tried again", async () => {
  mockOpen = () => Promise.reject(new Error("no room"));
  function Shell() {
    const there = useRecords(["user"], (phone) => phone.view("user", USER));
    return there ? <Text>Today</Text> : <Opening />;
  }
  await show(<Shell />);
  await screen.findByText("Your records on this device could not be opened");
  mockOpen = async () => disk;
  await fireEvent.press(screen.getByRole("button", { name: "Try again" }));
  await screen.findByText("Today");
});

import AsyncStorage from "@react-native-async-storage/async-storage";
import { UnreachableError, type Send } from "@/sync/phone";
import { Phone } from "@/sync/phone";
import type { Op, ServerRecord } from "@/sync/records";
import { MemoryDisk } from "@/sync/testing/world";
import { WRITABLE } from "@/sync/writable";
import { sweep } from "./sweep";

const DAY_MS = 864e5;
const NOW = new Date("2026-11-27T12:00:00Z");
const later = (days: number) => new Date(NOW.getTime() + days * DAY_MS);
const record = (kind: string, id: string, body: object): ServerRecord => ({ kind, id, version: 1, deleted: false, body: { id, ...body } });
const photo = (id: string) => record("photo", id, { pose: "meal", taken_at: "2026-10-01T12:00:00+02:00", status: "ready" });
const meal = (id: string, photo_id: string | null) => record("meal", id, { eaten_at: "2026-10-01T12:00:00+02:00", slot: "lunch", items: [], photo_id });

/** What the server gives page by page; and what it says to a meal. */
let pages: ServerRecord[][];
let says: { status: "applied" | "rejected" | "conflict" };
let ops: Op[];
let at: number;

const send: Send = async (method, _path, _query, body) => {
  if (method === "POST") {
    ops.push(...(body as { ops: Op[] }).ops);
    return { status: 200, body: { results: (body as { ops: Op[] }).ops.map((op) => ({ op_id: op.op_id, ...says, ...(says.status === "applied" ? { version: 2, body: op.body } : {}) })) } };
  }
  const changes = pages[at];
  if (at >= 1 && changes === undefined && at < pages.length) throw new UnreachableError("no page");
  at += 1;
  return { status: 200, body: { changes: changes ?? [], seq: at, mark: null, more: at < pages.length } };
};

let ids = 0;
const open = (disk = new MemoryDisk()) => Phone.open(send, disk, () => `id-${(ids += 1)}`, WRITABLE);
const photos = (phone: Phone) => phone.all("photo").map((each) => each.id).sort();

beforeEach(async () => {
  await AsyncStorage.clear();
  [pages, says, ops, at] = [[], { status: "applied" }, [], 0];
});

/** A phone that has read everything, and has seen for eight days what no meal names. */
async function seen(...records: ServerRecord[]): Promise<Phone> {
  pages = [records];
  const phone = await open();
  await phone.sync();
  await sweep(phone, "u", NOW);
  expect(photos(phone)).toEqual(records.filter(({ kind }) => kind === "photo").map(({ id }) => id).sort());
  return phone;
}

test("a photo whose meal has not come down yet stays, however old it is", async () => {
  pages = [[photo("p")], undefined as unknown as ServerRecord[], [meal("m", "p")]]; // the network goes away after the first page
  const phone = await open();
  await expect(phone.sync()).rejects.toThrow(UnreachableError);
  expect(photos(phone)).toEqual(["p"]);
  await sweep(phone, "u", NOW);
  await sweep(phone, "u", later(8));
  expect(photos(phone)).toEqual(["p"]);
  pages = [[], [meal("m", "p")]];
  await phone.sync();
  await sweep(phone, "u", later(9));
  await sweep(phone, "u", later(17));
  expect([photos(phone), ops]).toEqual([["p"], []]);
});

test("what an earlier opening has read is not all there is: another one waits for its own sync", async () => {
  const disk = new MemoryDisk();
  pages = [[photo("p")]];
  const before = await open(disk);
  await before.sync();
  await sweep(before, "u", NOW);
  const phone = await open(disk);
  await sweep(phone, "u", later(8));
  expect(photos(phone)).toEqual(["p"]);
});

test("what no meal names goes after a week in which this device saw it so, and what is named stays", async () => {
  const phone = await seen(photo("named"), photo("left"), meal("m", "named"), record("photo", "front", { pose: "front", taken_at: "2026-10-01T12:00:00Z" }));
  await sweep(phone, "u", later(6));
  expect(photos(phone)).toEqual(["front", "left", "named"]);
  await sweep(phone, "u", later(8));
  expect(photos(phone)).toEqual(["front", "named"]);
});

test("a meal that another phone has written offline has a week to come; named once, the week begins anew", async () => {
  const phone = await seen(photo("p"));
  at = 0;
  pages = [[meal("m", "p")]];
  await phone.sync();
  await sweep(phone, "u", later(6));
  await phone.edit("meal", "m", { photo_id: null });
  await phone.sync();
  await sweep(phone, "u", later(8));
  expect(photos(phone)).toEqual(["p"]);
  await sweep(phone, "u", later(16));
  expect(photos(phone)).toEqual([]);
});

test.each(["waits", "rejected", "conflict"] as const)("nothing goes while a change of a meal %s", async (state) => {
  const phone = await seen(photo("p"), meal("m", null));
  await phone.edit("meal", "m", { photo_id: "p" });
  if (state !== "waits") {
    says = { status: state };
    await phone.sync();
    expect(phone.shown).toHaveLength(1);
    expect(phone.view("meal", "m")?.photo_id).toBeNull();
  } else await phone.edit("meal", "m", { photo_id: null });
  await sweep(phone, "u", later(8));
  expect(photos(phone)).toEqual(["p"]);
});

import { random } from "@/sync/testing/random";
import { AppDiesError, FATES, MemoryUploads, ModelPhotos, picture } from "./testing/world";
import { Uploads } from "./uploads";

const ABOUT = { pose: "front", taken_at: "2026-11-26T07:00:00+01:00" } as const;

let disk: MemoryUploads;
let server: ModelPhotos;
let ids: number;
const newId = () => `id-${++ids}`;
const start = () => Uploads.open(disk, server, newId);

beforeEach(() => {
  disk = new MemoryUploads();
  server = new ModelPhotos();
  ids = 0;
});

/** Run; where the app dies, start it again from what the disk has. */
async function survive(uploads: Uploads, act: (uploads: Uploads) => Promise<unknown>): Promise<Uploads> {
  try {
    await act(uploads);
    return uploads;
  } catch (error) {
    if (!(error instanceof AppDiesError)) throw error;
    disk.dies = null;
    return start();
  }
}

test("a picture is announced, sent, completed, and leaves the device", async () => {
  const uploads = await start();
  await uploads.add(ABOUT, picture("one"));
  expect(uploads.list.map((each) => each.about.pose)).toEqual(["front"]);
  await uploads.run();
  expect(server.calls).toEqual(["announce", "put", "complete"]);
  expect(server.ready()).toEqual(["one"]);
  expect(uploads.list).toEqual([]);
  expect(disk.size).toBe(0);
});

test("without a network it waits, also through a restart, and goes later", async () => {
  server.fates = ["is lost"];
  await (await start()).add(ABOUT, picture("one"));
  const uploads = await start();
  await uploads.run();
  expect(server.ready()).toEqual([]);
  expect(uploads.list).toHaveLength(1);
  await uploads.run();
  expect(server.ready()).toEqual(["one"]);
});

test("what shows it then is there before it leaves the device", async () => {
  const seen: number[] = [];
  const uploads = await Uploads.open(disk, server, newId, async () => void seen.push(disk.size));
  await uploads.add(ABOUT, picture("one"));
  await uploads.run();
  expect(seen).toEqual([1]);
  expect(disk.size).toBe(0);
});

test("a link that is too old is asked for anew, and the others need not wait for it", async () => {
  const uploads = await start();
  await uploads.add(ABOUT, picture("one"));
  await uploads.add(ABOUT, picture("two"));
  server.fates = ["arrives", "link is too old"];
  await uploads.run();
  expect(server.ready()).toEqual(["two"]);
  await uploads.run();
  expect(server.ready()).toEqual(["one", "two"]);
});

test("what the server refuses is shown with its words, holds up nothing, and can be sent again", async () => {
  const uploads = await start();
  const id = await uploads.add(ABOUT, picture("one"));
  server.refuses = { status: 422, body: { detail: "Please check.", errors: [{ field: "id", message: "Your plan keeps 3 photos." }] } };
  await uploads.run();
  expect(uploads.list[0]?.problem).toEqual({ status: 422, text: "Your plan keeps 3 photos." });
  server.refuses = null;
  await uploads.run();
  expect(server.ready()).toEqual([]);
  await uploads.again(id);
  await uploads.run();
  expect(server.ready()).toEqual(["one"]);
});

test("one whose announcement the server has thrown away goes as another photo", async () => {
  const uploads = await start();
  const id = await uploads.add(ABOUT, picture("one"));
  server.gone.add(id);
  await uploads.run();
  expect(uploads.list[0]?.problem?.status).toBe(410);
  await uploads.again(id);
  await uploads.run();
  expect(server.ready()).toEqual(["one"]);
  expect(server.photos.has(id)).toBe(false);
});

test("one that was never sent is dropped at once; one whose answer was lost is taken back from the server", async () => {
  const uploads = await start();
  await uploads.drop(await uploads.add(ABOUT, picture("never")));
  expect(server.calls).toEqual([]);
  const id = await uploads.add(ABOUT, picture("lost"));
  server.fates = ["arrives", "arrives", "its answer is lost"];
  await uploads.run();
  expect(server.ready()).toEqual(["lost"]);
  await uploads.drop(id);
  expect(uploads.list).toEqual([]);
  await (await start()).run();
  expect(server.ready()).toEqual([]);
  expect(disk.size).toBe(0);
});

test("two runs at once are one", async () => {
  const uploads = await start();
  await uploads.add(ABOUT, picture("one"));
  await Promise.all([uploads.run(), uploads.run()]);
  expect(server.calls).toEqual(["announce", "put", "complete"]);
});

test("who asks while a run finds nobody there has it tried again: the network may be back", async () => {
  const uploads = await start();
  await uploads.add(ABOUT, picture("one"));
  server.fates = ["is lost"];
  await Promise.all([uploads.run(), uploads.run()]);
  expect(server.ready()).toEqual(["one"]);
});

test("nobody who asks again: once is enough", async () => {
  const uploads = await start();
  await uploads.add(ABOUT, picture("one"));
  server.fates = ["is lost"];
  await uploads.run();
  expect(server.calls).toEqual(["announce"]);
});

const SEED = Number(process.env.UPLOADS_SEED ?? 0);
const SEEDS = SEED ? [SEED] : Array.from({ length: 150 }, (_, place) => place + 1);

test.each(SEEDS)("whatever happens, each is on the server exactly once and what was dropped is not (UPLOADS_SEED=%d)", async (seed) => {
  const { below: draw } = random(seed);
  const kept = new Set<string>();
  const dropped = new Set<string>();
  let uploads = await start();
  for (let step = 0; step < 40; step++) {
    if (draw(6) === 0) disk.dies = { at: disk.writes + draw(4), after: draw(2) === 0 };
    const what = draw(4);
    if (what === 0) {
      const text = `picture ${step}`;
      uploads = await survive(uploads, async (those) => {
        await those.add(ABOUT, picture(text));
        kept.add(text);
      });
      if (!kept.has(text)) dropped.add(`maybe ${text}`); // the app died while it was added: it may be there or not
    } else if (what === 1 && uploads.list.length > 0 && draw(3) === 0) {
      const { id } = uploads.list[draw(uploads.list.length)]!;
      const text = new TextDecoder().decode((await disk.read(id)) as Uint8Array<ArrayBuffer>);
      uploads = await survive(uploads, async (those) => {
        await those.drop(id);
        kept.delete(text);
        dropped.add(text);
      });
      if (kept.delete(text)) dropped.add(`maybe ${text}`);
    } else {
      server.fates = Array.from({ length: draw(8) }, () => FATES[draw(FATES.length)]!);
      uploads = await survive(uploads, (those) => those.run());
    }
  }
  disk.dies = null;
  server.fates = [];
  uploads = await start();
  for (let turn = 0; turn < 3; turn++) await uploads.run();
  const there = server.ready();
  expect(disk.size).toBe(0);
  expect(new Set(there).size).toBe(there.length);
  expect(new Set(server.made).size).toBe(server.made.length);
  for (const text of kept) expect(there).toContain(text);
  for (const text of there) expect(kept.has(text) || dropped.has(`maybe ${text}`)).toBe(true);
});

import { Phone, UnreachableError, type Send } from "@/sync/phone";
import type { Json, Op, ServerRecord } from "@/sync/records";
import { random } from "@/sync/testing/random";
import { MemoryDisk } from "@/sync/testing/world";
import { WRITABLE } from "@/sync/writable";
import type { Today } from "./requests";
import { eatenOf, waterOf, type Macros } from "./view";

const DAY = "2026-11-26";
const STEPS = 40;
const KEYS = ["energy_kcal", "protein_g", "carbs_g", "fat_g"] as const;

type Item = { nutrients?: Record<string, number> };

/** What the server does with meals and drinks: it adds `day` and `totals` to each, and keeps the record of the day. Sums are of whole thousandths. */
class Server {
  private readonly records = new Map<string, ServerRecord>();
  private seq = 0;
  offline = false;

  readonly send: Send = async (method, _path, _query, body) => {
    if (this.offline) throw new UnreachableError("offline");
    if (method === "GET") return { status: 200, body: { changes: [...this.records.values()], seq: this.seq, mark: null, more: false } };
    const results = (body as { ops: Op[] }).ops.map((op) => ({ op_id: op.op_id, status: "applied", ...this.put(op.kind, op.id, op.body ? { id: op.id, ...op.body, ...derived(op) } : null) }));
    this.put("meal_day", DAY, { id: DAY, day: DAY });
    return { status: 200, body: { results } };
  };

  private put(kind: string, id: string, body: Json | null): ServerRecord {
    const version = (this.records.get(`${kind}/${id}`)?.version ?? 0) + 1;
    const record = { kind, id, version, deleted: body === null, body };
    this.records.set(`${kind}/${id}`, record);
    this.seq += 1;
    return record;
  }

  private live(kind: string): Json[] {
    return [...this.records.values()].flatMap((each) => (each.kind === kind && each.body?.day === DAY ? [each.body] : []));
  }

  /** What it answers of the day: the sums of its records. */
  today(): Today {
    const sums = sum(this.live("meal").map((meal) => meal.totals as Record<string, number>));
    const water_ml = this.live("water").reduce((ml, each) => ml + Number(each.ml), 0);
    return { day: DAY, eaten: { ...sums, water_ml, unknown: {} }, habits: [], reminders: [], achievements: [] } as unknown as Today;
  }
}

function sum(parts: readonly Record<string, number>[]): Macros {
  return Object.fromEntries(KEYS.map((key) => [key, parts.reduce((all, part) => all + Math.round((part[key] ?? 0) * 1000), 0) / 1000])) as Macros;
}

const derived = ({ kind, body }: Op): Json => ({
  day: String(kind === "meal" ? body?.eaten_at : body?.drunk_at).slice(0, 10),
  ...(kind === "meal" && { totals: sum((body?.items as Item[]).map((item) => item.nutrients ?? {})) }),
});

let server: Server;
let phone: Phone;
beforeEach(async () => {
  server = new Server();
  let ids = 0;
  phone = await Phone.open(server.send, new MemoryDisk(), () => `id-${++ids}`, WRITABLE);
});

const meal = (energy_kcal: number, eaten_at = `${DAY}T13:00:00+01:00`) => ({ eaten_at, slot: "lunch", items: [{ name: "Bar", amount: 1, unit: "serving", nutrients: { energy_kcal, protein_g: 10.1 } }] });
const shown = (told: Today) => ({ ...eatenOf(phone, told, DAY), water_ml: waterOf(phone, DAY), unknown: {} });

test("a meal that was edited without a network counts as it is now, one that was deleted no more", async () => {
  const [first, second] = [await phone.create("meal", meal(200)), await phone.create("meal", meal(300))];
  await phone.sync();
  const told = server.today();
  server.offline = true;
  await phone.edit("meal", first, { items: meal(250).items });
  expect(eatenOf(phone, told, DAY).energy_kcal).toBe(550);
  await phone.delete("meal", second);
  expect(eatenOf(phone, told, DAY).energy_kcal).toBe(250);
  await phone.edit("meal", first, { eaten_at: "2026-11-25T13:00:00+01:00" });
  expect(eatenOf(phone, told, DAY).energy_kcal).toBe(0);
});

test.each([1, 2, 3, 4, 5])("what is shown without a network is what the server answers after the sync, run %i", async (seed) => {
  const { below, of } = random(seed);
  const items = () => Array.from({ length: below(4) }, () => ({ name: "Bar", amount: 1, unit: "serving", nutrients: { energy_kcal: below(9000) / 10, ...(below(3) && { protein_g: below(90_000) / 1000 }), ...(below(3) && { fat_g: below(90_000) / 1000 }) } }));
  const moment = () => of([`${DAY}T13:00:00+01:00`, `${DAY}T23:45:00-05:00`, "2026-11-27T00:15:00+01:00", "2026-11-25T23:59:00Z", `${DAY}T00:10:00+09:00`]);
  const kinds = {
    meal: () => ({ eaten_at: moment(), slot: "lunch", items: items() }),
    water: () => ({ drunk_at: moment(), ml: 50 + below(500) }),
  };
  let told = server.today();
  for (let step = 0; step < STEPS; step++) {
    server.offline = below(3) > 0;
    const kind = of(["meal", "water"] as const);
    const there = phone.all(kind);
    const id = there.length ? String(of(there).id) : null;
    const act = id ? below(3) : 0;
    if (act === 0) await phone.create(kind, kinds[kind]());
    else if (act === 1) await phone.edit(kind, id!, kinds[kind]());
    else await phone.delete(kind, id!);
    const before = shown(told);
    if (server.offline) continue;
    await phone.sync();
    told = server.today();
    expect(before).toEqual(told.eaten);
    expect(shown(told)).toEqual(told.eaten);
  }
});

test("what the server has told of a day that this device has not read yet is shown, with what waits on top", async () => {
  const told = { ...server.today(), eaten: { energy_kcal: 500, protein_g: 30, carbs_g: 50, fat_g: 20, water_ml: 0, unknown: {} } };
  expect(eatenOf(phone, told, DAY).energy_kcal).toBe(500);
  await phone.create("meal", meal(200));
  expect(eatenOf(phone, told, DAY).energy_kcal).toBe(700);
});

import { Phone } from "@/sync/phone";
import { MemoryDisk } from "@/sync/testing/world";
import { WRITABLE } from "@/sync/writable";
import type { Notice } from "@/lib/notices/types";
import { keepPlanned } from "./keep-planned";
import { MOST, planned } from "./plan";

const HOURS = { zone: "Europe/Madrid" };
const NOW = Date.parse("2026-11-26T09:00:00Z"); // a Thursday, ten o'clock

const open = () => {
  let ids = 0;
  return Phone.open(() => Promise.reject(new Error("no network")), new MemoryDisk(), () => `id-${++ids}`, WRITABLE);
};
const daily = { kind: "custom", title: "Stretch", at_local: "18:00" };

class FakeSystem {
  allowed = "granted";
  readonly waiting = new Map<string, Notice>();
  calls = 0;
  permission = async () => this.allowed;
  scheduled = async () => [...this.waiting.keys()];
  schedule = async (notice: Notice) => {
    this.calls++;
    this.waiting.set(notice.id, notice);
  };
  cancel = async (id: string) => void this.waiting.delete(id);
}

test("the next two weeks are planned, and lead to the reminder", async () => {
  const phone = await open();
  const id = await phone.create("reminder", daily);
  const plan = planned(phone, HOURS, NOW, false);
  expect(plan).toHaveLength(14);
  expect(new Date(plan[0]!.at).toISOString()).toBe("2026-11-26T17:00:00.000Z");
  expect(plan[0]!.href).toBe(`/reminders/${id}`);
});

test("nothing comes twice: not what the server pushes here, and not what is sent another way", async () => {
  const phone = await open();
  await phone.create("reminder", daily);
  await phone.create("reminder", { ...daily, channels: ["email"] });
  expect(planned(phone, HOURS, NOW, true)).toEqual([]);
  expect(new Set(planned(phone, HOURS, NOW, false).map(({ href }) => href)).size).toBe(1);
});

test("the system keeps so many: the next ones of all are chosen", async () => {
  const phone = await open();
  for (let hour = 10; hour < 20; hour++) await phone.create("reminder", { ...daily, at_local: `${hour}:30` });
  const plan = planned(phone, HOURS, NOW, false);
  expect(plan).toHaveLength(MOST);
  expect(plan.at(-1)!.at - NOW).toBeLessThan(7 * 864e5);
  expect([...plan].sort((a, b) => a.at - b.at)).toEqual(plan);
});

test("what is done today is not reminded of, and tomorrow is", async () => {
  const phone = await open();
  await phone.create("reminder", { ...daily, kind: "workout", only_if_not_done: true });
  await phone.create("workout", { name: "Push", started_at: "2026-11-26T08:00:00+01:00", exercises: [] });
  expect(new Date(planned(phone, HOURS, NOW, false)[0]!.at).toISOString()).toBe("2026-11-27T17:00:00.000Z");
});

test.each([
  [{ type: "daily" }, false, true],
  [{ type: "daily" }, true, false],
  [{ type: "weekdays", days: [1] }, false, false],
  [{ type: "times_per_week", count: 1 }, true, false],
])("a habit by %p, ticked: %p, is reminded of today: %p", async (schedule, ticked, wanted) => {
  const phone = await open();
  await phone.create("habit", { name: "Read", schedule }, "h1");
  if (ticked) await phone.create("checkin", { habit_id: "h1", day: "2026-11-26" }, "h1.2026-11-26");
  await phone.create("reminder", { ...daily, kind: "habit", target_id: "h1", only_if_not_done: true });
  expect(planned(phone, HOURS, NOW, false).some(({ at }) => at < NOW + 864e5 / 2)).toBe(wanted);
});

test("what the system keeps follows the plan, and what is right already is left alone", async () => {
  const phone = await open();
  const [system, told] = [new FakeSystem(), new Map<string, string>()];
  const keep = () => keepPlanned(system, planned(phone, HOURS, NOW, false), told);
  const id = await phone.create("reminder", daily);
  await system.schedule({ id: "timer", at: NOW, title: "Rest", href: "/session" });
  await keep();
  const calls = system.calls;
  await keep();
  expect([system.waiting.size, system.calls]).toEqual([15, calls]);
  await phone.edit("reminder", id, { title: "Stretch well" });
  await keep();
  expect([...system.waiting.values()].filter(({ title }) => title === "Stretch well")).toHaveLength(14);
  await phone.delete("reminder", id);
  await keep();
  expect([...system.waiting.keys()]).toEqual(["timer"]);
});

test("without permission nothing is asked and nothing is scheduled", async () => {
  const phone = await open();
  const system = new FakeSystem();
  system.allowed = "undecided";
  await phone.create("reminder", daily);
  await keepPlanned(system, planned(phone, HOURS, NOW, false), new Map());
  expect(system.calls).toBe(0);
});

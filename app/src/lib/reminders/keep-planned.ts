/** Make what the system will show what the plan says: takes back what is over, schedules what is new, leaves the rest. */

import type { Notice } from "@/lib/notices/types";
import { isReminder, type Planned } from "./plan";

export type System = {
  permission: () => Promise<string>;
  scheduled: () => Promise<string[]>;
  schedule: (notice: Notice) => Promise<void>;
  cancel: (id: string) => Promise<void>;
};

/** What was shown already and is gone from the plan stays on the screen: only what still waits is taken back. */
export async function keepPlanned(system: System, plan: readonly Planned[], told: Map<string, string>): Promise<void> {
  const wanted = new Map(plan.map((each) => [each.id, each]));
  const waiting = (await system.scheduled()).filter(isReminder);
  for (const id of waiting) if (!wanted.has(id)) await system.cancel(id);
  if ((await system.permission()) !== "granted") return;
  const kept = new Set(waiting);
  for (const each of plan) {
    const words = `${each.title}\n${each.body}`;
    if (kept.has(each.id) && told.get(each.id) === words) continue;
    await system.schedule({ ...each, topic: "reminders" });
    told.set(each.id, words);
  }
}

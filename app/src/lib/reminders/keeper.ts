/** Keeps what the system will show in step with the records: at the start, after each change, when the app comes back. */

import { onShown } from "@/lib/shown";
import type { Phone } from "@/sync/phone";
import { keepPlanned, type System } from "./keep-planned";
import { isReminder, planned } from "./plan";
import type { Hours, Quiet } from "./due";

const SOON_MS = 300;
const WATCHED = ["user", "reminder", "workout", "measurement", "meal", "water", "habit", "checkin", "vacation"];

export type Keeper = { replan: () => Promise<void>; stop: () => void };

/** `isPushed` says whether the server reaches this device. */
export function keepReminders(phone: Phone, userId: string, system: System, isPushed: () => Promise<boolean>): Keeper {
  const told = new Map<string, string>();
  let last = Promise.resolve();
  let soon: ReturnType<typeof setTimeout> | undefined;
  let over = false;
  const plan = async () => {
    const hours = hoursOf(phone, userId);
    if (!over && hours) await keepPlanned(system, planned(phone, hours, Date.now(), await isPushed()), told);
  };
  const replan = () => {
    last = last.then(plan, plan);
    return last;
  };
  const later = () => {
    clearTimeout(soon);
    soon = setTimeout(() => void replan(), SOON_MS);
  };
  const changed = phone.subscribe((kinds) => WATCHED.some((kind) => kinds.has(kind)) && later());
  const shown = onShown(later);
  later();
  const stop = () => {
    over = true;
    clearTimeout(soon);
    changed();
    shown();
  };
  return { replan, stop };
}

/** Take back all that waits: the person leaves this device. */
export async function forgetReminders(system: Pick<System, "scheduled" | "cancel">): Promise<void> {
  for (const id of await system.scheduled()) if (isReminder(id)) await system.cancel(id);
}

function hoursOf(phone: Phone, userId: string): Hours | null {
  const me = phone.view("user", userId) as { time_zone?: string; quiet_hours?: Quiet | null } | null;
  return me?.time_zone ? { zone: me.time_zone, quiet: me.quiet_hours } : null;
}

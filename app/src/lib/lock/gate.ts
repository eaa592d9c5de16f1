/** When a locked app covers itself and asks again. Times are in ms. */

export type Gate = { locked: boolean; covered: boolean; leftAt: number | null };
export type Shown = "active" | "inactive" | "background";

/** How long the app may be away before it locks, in seconds. */
export const LOCK_AFTER = [0, 60, 300, 900] as const;
export type LockAfter = (typeof LOCK_AFTER)[number];

/** At the start a locked app is locked: whoever ended it may not be who opens it. */
export const begun = (after: LockAfter | null): Gate => ({ locked: after !== null, covered: false, leftAt: null });

export const opened = (gate: Gate): Gate => ({ ...gate, locked: false, leftAt: null });

/** The app came to the front, left it, or is half hidden (the app switcher, a call). A clock that was set back locks. */
export function moved(gate: Gate, to: Shown, now: number, after: LockAfter | null): Gate {
  if (after === null) return { locked: false, covered: false, leftAt: null };
  if (to === "background") return { ...gate, covered: true, leftAt: gate.leftAt ?? now };
  if (to === "inactive") return { ...gate, covered: true };
  const away = gate.leftAt === null ? null : now - gate.leftAt;
  return { locked: gate.locked || (away !== null && (away < 0 || away >= after * 1000)), covered: false, leftAt: null };
}

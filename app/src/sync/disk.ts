/** Where a phone keeps what it has: one transaction a step, so that one that dies at any moment goes on from there. */

import type { Op, ServerRecord, Shown } from "./records";

/** All but the records: small, and written with every step. */
export type Meta = { since: number; mark: string | null; again: { since: number; mark: string | null } | null; queue: Op[]; shown: Shown[] };

export type Saved = { meta: Meta | null; records: ServerRecord[]; again: ServerRecord[] };

export type Step = {
  meta: Meta;
  /** Records to keep, as they are now. */
  records?: ServerRecord[];
  /** The same, of what is read again from the beginning. */
  again?: ServerRecord[];
  /** `begin`: forget what was read again so far. `end`: it takes the place of the records. */
  turn?: "begin" | "end";
};

/** Another window has opened the same account since: what this one has in memory is old. Nothing was written. */
export class TakenError extends Error {}

export interface Disk {
  /** Take the account over, and return what is kept of it. */
  load(): Promise<Saved>;
  /** Tell whether the account is still this window's. */
  isOurs(): Promise<boolean>;
  /** Write a step in one transaction. Steps are written in the order of the calls. Rejects with TakenError. */
  write(step: Step): Promise<void>;
  /** Delete everything of the account. */
  erase(): Promise<void>;
}

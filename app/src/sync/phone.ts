/**
 * One account on one device: what the server has, what the person did since, and what the server would not take.
 *
 * A port of the reference client (tests/fixtures/phone.py), which is tested against the real server by ten thousand
 * random steps at each build. What a screen shows is the records with the queue on top.
 */

import { TakenError, type Disk, type Meta, type Saved, type Step } from "./disk";
import { isLost, mapped, merge, type Records } from "./merge";
import { joined, keyOf, type Json, type Op, type Page, type Problem, type Result, type ServerRecord, type Shown } from "./records";

const MAX_OPS = 50;
const MAX_BYTES = 500_000;
const PAGE = 500;
const REFUSED = [400, 413, 422];
/** Kinds whose ids say what they are of: what was deleted is made again under the same. */
const NAMED: ReadonlySet<string> = new Set(["checkin", "vacation", "favourite", "diary_day"]);

export type Answer = { status: number; body: unknown };

/** Sends a request with the person's token. Rejects with UnreachableError when no answer came. */
export type Send = (method: "GET" | "POST", path: string, query: Record<string, string>, body?: unknown) => Promise<Answer>;

/** No answer, or one that says to come back later. All that was done stays in the queue. */
export class UnreachableError extends Error {}

/** Something that the person did and the disk does not have yet: it is done again on whatever the disk turns out to have. */
type Deed = { again: () => void; kept: () => void };

type Reading = { records: Records; since: number; mark: string | null };

const unread = (): Reading => ({ records: new Map(), since: 0, mark: null });

export class Phone {
  private read: Reading = unread();
  private again: Reading | null = null;
  private byKind = new Map<string, Set<string>>();
  private waiting = new Map<string, Op[]>();
  private turns = new Map<string, number>();
  private listeners = new Set<(kinds: ReadonlySet<string>) => void>();
  private unsaved: Deed[] = [];
  /** Steps that are not on the disk yet, oldest first; what it would not take stays, and comes before what follows. */
  private owed: { step: Step; deeds: Deed[] }[] = [];
  private writing: Promise<unknown> = Promise.resolve();
  /** Another window took the account: what is in memory is old, and nothing is written before the disk is read anew. */
  private isAstray = false;
  /** How often the disk was read: what began before the last time ends there. */
  private era = 0;
  private reopening: Promise<void> | null = null;
  /** The disk does not take what was done: it is in memory alone, and tried again with the next step or sync. */
  isFailing = false;
  queue: Op[] = [];
  shown: Shown[] = [];
  /** All that the server had has been read since this phone was opened: what is not here is nowhere. */
  hasReadAll = false;

  /** `writable` names, for each kind, the fields that a body sent may have, in the order in which records refer to each other. */
  private constructor(
    private readonly send: Send,
    private readonly disk: Disk,
    private readonly newId: () => string,
    private readonly writable: ReadonlyMap<string, ReadonlySet<string>>,
  ) {}

  static async open(send: Send, disk: Disk, newId: () => string, writable: ReadonlyMap<string, ReadonlySet<string>>): Promise<Phone> {
    const phone = new Phone(send, disk, newId, writable);
    phone.take(await disk.load());
    return phone;
  }

  // What the person sees and does.

  /** Return the body that the screen shows; null for what is not there or deleted. */
  view(kind: string, id: string): Json | null {
    const last = this.last(kind, id);
    if (last) return last.action === "delete" ? null : (last.body ? { id, ...this.derived(kind, id), ...last.body } : null);
    const record = this.read.records.get(`${kind}/${id}`);
    return record && !record.deleted ? record.body : null;
  }

  /** Return what the screen lists of a kind, in no order. */
  all(kind: string): Json[] {
    const found: Json[] = [];
    for (const id of this.byKind.get(kind) ?? []) {
      const body = this.view(kind, id);
      if (body) found.push(body);
    }
    return found;
  }

  /** Tell whether this device has ever had a record, also if it is deleted. */
  knows(kind: string, id: string): boolean {
    return this.byKind.get(kind)?.has(id) ?? false;
  }

  /** Tell whether something that was done to a record has not reached the server yet. */
  isWaiting(kind: string, id: string): boolean {
    return this.waiting.has(`${kind}/${id}`);
  }

  /** Tell whether a record was there and is deleted: only kinds whose ids say what they are of can be made again under its id. */
  isGone(kind: string, id: string): boolean {
    const last = this.last(kind, id);
    return last ? last.action === "delete" : !!this.read.records.get(`${kind}/${id}`)?.deleted;
  }

  async create(kind: string, body: Json, id: string = this.newId()): Promise<string> {
    const op = { op_id: this.newId(), kind, id, action: "create" as const, body: this.own(kind, body) };
    await this.did(kind, () => this.put(op));
    return id;
  }

  /** Change some fields of what the screen shows. */
  async edit(kind: string, id: string, changes: Json): Promise<void> {
    const seen = this.view(kind, id);
    if (!seen) throw new Error("Only what is shown can be edited.");
    const op = { op_id: this.newId(), kind, id, action: "update" as const };
    await this.did(kind, () => this.put({ ...op, body: this.own(kind, { ...(this.view(kind, id) ?? seen), ...changes }) }));
  }

  async delete(kind: string, id: string): Promise<void> {
    const op = { op_id: this.newId(), kind, id, action: "delete" as const };
    await this.did(kind, () => this.put(op));
  }

  /** Take away what was shown, once the person has decided; to insist, they edit what is there now. */
  async discard(shown: Shown): Promise<void> {
    await this.did(shown.op.kind, () => {
      this.shown = this.shown.filter((each) => each.op.op_id !== shown.op.op_id);
    });
  }

  /** Do again what was refused, on top of what is there now; what was deleted elsewhere is made anew, under another id. */
  async insist(shown: Shown): Promise<void> {
    const { op, result } = shown;
    const { kind, id, action, body } = op;
    const there = this.view(kind, id) !== null;
    const gone = this.isGone(kind, id) || result.problem?.status === 410;
    if (action === "delete") {
      if (there) await this.delete(kind, id);
    } else if (there) await this.edit(kind, id, body ?? {});
    else await this.create(kind, body ?? {}, gone && !NAMED.has(kind) ? this.newId() : id);
    await this.discard(shown); // only now: one that dies in between asks again
  }

  /** Forget the account on this device, with all that was not sent. */
  async erase(): Promise<void> {
    this.queue = [];
    this.shown = [];
    this.settle(this.unsaved);
    await this.disk.erase();
  }

  /** Come to the front: what another window did meanwhile is read, and the account is this one's again. */
  async wake(): Promise<void> {
    if (this.isAstray || !(await this.isOurs())) await this.reopen();
  }

  /** Return a number that is another one after each change of a kind. */
  turnOf(kind: string): number {
    return this.turns.get(kind) ?? 0;
  }

  /** Be told which kinds have changed; returns what ends it. */
  subscribe(listener: (kinds: ReadonlySet<string>) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  // What happens when there is a network.

  /** What is under way: what is done meanwhile is sent by it too. */
  syncing: Promise<void> | null = null;
  private following: Promise<void> | null = null;

  /**
   * Read, send, and read what that made, all of it as of this call; never two at once. Rejects with UnreachableError: then just
   * call it again later; with TakenError where another window has the account; with what the disk says where it takes nothing.
   */
  sync(): Promise<void> {
    if (this.syncing) return (this.following ??= this.syncAfter(this.syncing));
    this.syncing = this.syncOnce().finally(() => {
      this.syncing = null;
    });
    return this.syncing;
  }

  /** One that is under way may have read before what this call is for was there, or found nobody before the network was back. */
  private async syncAfter(before: Promise<void>): Promise<void> {
    try {
      await before.catch((error: unknown) => {
        if (!(error instanceof UnreachableError || error instanceof TakenError)) throw error;
      });
    } finally {
      this.following = null;
    }
    await this.sync();
  }

  private async syncOnce(): Promise<void> {
    if (this.reopening) await this.reopening;
    if (this.isFailing) await (this.isAstray ? this.reopen() : this.flush());
    if (this.isAstray || !(await this.isOurs())) throw new TakenError();
    await this.pull();
    while (this.queue.length) {
      await this.push();
      await this.pull();
    }
  }

  private async pull(): Promise<void> {
    for (let more = true; more; ) {
      const reading = this.again ?? this.read;
      const query: Record<string, string> = { since: String(reading.since), limit: String(PAGE) };
      if (reading.mark) query.mark = reading.mark;
      const answer = await this.ask("GET", query);
      if (answer.status === 409) {
        this.again = unread();
        await this.persist({ turn: "begin" });
        continue;
      }
      const page = checked<Page>(answer);
      const merged = page.changes.filter((change) => merge(reading.records, change));
      reading.since = page.seq;
      reading.mark = page.mark;
      more = page.more;
      if (!this.again) {
        for (const record of merged) this.index(record);
        await this.persist({ records: merged }, new Set(merged.map((record) => record.kind)));
      } else if (more) {
        await this.persist({ again: merged });
      } else {
        this.restart();
        await this.persist({ again: merged, turn: "end" }, new Set([...this.byKind.keys()]));
      }
    }
    this.hasReadAll = true;
  }

  /** Ask the server. What it says is of no use to a phone that has been read anew since: the next sync asks again. */
  private async ask(method: "GET" | "POST", query: Record<string, string>, body?: unknown): Promise<Answer> {
    const { era } = this;
    const answer = await this.send(method, "/api/sync", query, body);
    if (this.isAstray || era !== this.era) throw new TakenError();
    return answer;
  }

  private async push(): Promise<void> {
    let most = MAX_OPS;
    while (this.queue.length) {
      const ops = this.batch(most);
      for (const op of ops) op.sent = true; // from here on it may have been applied, and must not change any more
      await this.persist({});
      const answer = await this.ask("POST", {}, { ops: ops.map(({ sent: _, ...op }) => op) });
      const refused = REFUSED.includes(answer.status);
      if (refused && ops.length > 1) {
        most = 1; // one of them is too large, or wrong in a way that hides the others: find out which
        continue;
      }
      const results: Result[] = refused
        ? [{ op_id: ops[0]!.op_id, status: "rejected", problem: answer.body as Problem }]
        : checked<{ results: Result[] }>(answer).results;
      const merged: ServerRecord[] = [];
      ops.forEach((op, at) => merged.push(...this.answered(op, results[at]!)));
      this.reindexQueue();
      await this.persist({ records: merged }, new Set(ops.map((op) => op.kind)));
    }
  }

  /** Return the head of the queue up to the second operation on one record: its base is not known yet. */
  private batch(most: number): Op[] {
    const batch = new Map<string, Op>();
    let size = 0;
    for (const op of this.queue.slice(0, most)) {
      size += JSON.stringify(op).length;
      if (batch.size && (batch.has(keyOf(op)) || size > MAX_BYTES)) break;
      batch.set(keyOf(op), op);
    }
    return [...batch.values()];
  }

  /** Take an operation off the queue: it happened, or it is shown to the person, never neither. */
  private answered(op: Op, result: Result): ServerRecord[] {
    const merged: ServerRecord[] = [];
    if (result.version !== undefined && result.version !== null) {
      const told = { kind: op.kind, id: op.id, version: result.version, deleted: !!result.deleted, body: result.body ?? null };
      if (merge(this.read.records, told)) merged.push(told);
      this.index(op);
    }
    this.queue.splice(this.queue.indexOf(op), 1);
    let follower = this.queue.find((each) => keyOf(each) === keyOf(op));
    if (result.status === "applied" || result.status === "duplicate") {
      // Not the version in the result: after a duplicate that may be another phone's, which nobody saw here.
      if (follower) follower.base_version = (op.base_version ?? 0) + 1;
      return merged;
    }
    let refused = op;
    while (follower) {
      this.queue.splice(this.queue.indexOf(follower), 1);
      const both = joined(refused, follower);
      if (!both) return merged;
      refused = both;
      follower = this.queue.find((each) => keyOf(each) === keyOf(op));
    }
    this.shown.push({ op: refused, result });
    return merged;
  }

  /** Take what was read from the beginning, and give the server back what it lost. */
  private restart(): void {
    const old = this.read.records;
    this.read = this.again!;
    this.again = null;
    const back: Op[] = [];
    for (const kind of this.writable.keys()) // in this order: a workout names an exercise
      for (const record of old.values())
        if (record.kind === kind && isLost(record, this.read.records.get(keyOf(record)))) {
          const op = this.givenBack(record, this.read.records.get(keyOf(record)));
          this.queue = this.queue.filter((each) => keyOf(each) !== keyOf(record));
          if (op) back.push(op);
        }
    this.queue = [...back, ...this.queue];
    this.byKind = new Map();
    for (const record of this.read.records.values()) this.index(record);
    for (const op of this.queue) this.index(op);
    this.reindexQueue();
  }

  /**
   * Return what makes a record again as the screen shows it, in place of the operations that wait for it.
   *
   * Where the server has another record of the same version, its base makes it a conflict, to be shown.
   */
  private givenBack(record: ServerRecord, current: ServerRecord | undefined): Op | null {
    const { kind, id } = record;
    const last = this.last(kind, id);
    const body = last ? (last.action === "delete" ? null : (last.body ?? null)) : record.body;
    const base = Math.min(record.version - 1, current?.version ?? 0);
    const op = { op_id: this.newId(), kind, id, sent: false, ...(base ? { base_version: base } : {}) };
    if (body) return { ...op, action: base ? "update" : "create", body: this.own(kind, body) };
    return base ? { ...op, action: "delete" } : null;
  }

  /** Put what the person did at the end of the queue, or into the operation that still waits there. */
  private put(given: Omit<Op, "sent">): void {
    const op: Op = { ...given, sent: false };
    const last = this.last(op.kind, op.id);
    if (last && !last.sent) {
      const both = joined(last, op);
      this.queue.splice(this.queue.indexOf(last), 1, ...(both ? [both] : []));
    } else {
      const record = this.read.records.get(keyOf(op));
      if (!last && record) op.base_version = record.version; // what the person saw; not what may be there when it is sent
      this.queue.push(op);
    }
    this.index(op);
    this.reindexQueue();
  }

  /** Do something that the person did, and show it; resolves once it is on the disk, however long that takes. */
  private did(kind: string, again: () => void): Promise<void> {
    again();
    return new Promise((resolve) => {
      const deed = { again, kept: resolve };
      this.unsaved.push(deed);
      this.tell(new Set([kind]));
      void this.keep(deed);
    });
  }

  /** Have the disk take what was done. Where another window has the account, it is had back, and it is done again on what is there now. */
  private async keep(deed: Deed): Promise<void> {
    while (this.unsaved.includes(deed)) {
      try {
        await (this.isAstray ? this.reopen() : this.persist({}));
      } catch (error) {
        if (!(error instanceof TakenError)) return; // the person is told, and the next step tries again
      }
    }
  }

  /** Go on from what the disk has, as at a start, and do again what it does not have. */
  private reopen(): Promise<void> {
    if (this.reopening) return this.reopening;
    this.isAstray = true;
    this.reopening = this.readAnew().finally(() => {
      this.reopening = null;
    });
    return this.reopening;
  }

  private async readAnew(): Promise<void> {
    const before = this.byKind.keys();
    const saved = await this.inTurn(() => this.disk.load()).catch((error: unknown) => this.lost(error));
    this.era++;
    this.owed = [];
    this.take(saved);
    this.isAstray = false;
    for (const deed of this.unsaved) deed.again();
    this.tell(new Set([...this.writable.keys(), ...before, ...this.byKind.keys()]));
    if (this.unsaved.length || this.isFailing) await this.persist({});
  }

  private take({ meta, records, again }: Saved): void {
    this.hasReadAll = false; // it may be what another window has read half
    this.read = { records: mapped(records), since: meta?.since ?? 0, mark: meta?.mark ?? null };
    this.again = meta?.again ? { records: mapped(again), ...meta.again } : null;
    this.queue = meta?.queue ?? [];
    this.shown = meta?.shown ?? [];
    this.byKind = new Map();
    for (const record of this.read.records.values()) this.index(record);
    for (const op of this.queue) this.index(op);
    this.reindexQueue();
  }

  private isOurs(): Promise<boolean> {
    return this.disk.isOurs().catch((error: unknown) => this.lost(error));
  }

  private last(kind: string, id: string): Op | undefined {
    return this.waiting.get(`${kind}/${id}`)?.at(-1);
  }

  /** What the server adds to a record, as far as it is known: shown until the server has worked it out anew. */
  private derived(kind: string, id: string): Json {
    const fields = this.writable.get(kind);
    const body = this.read.records.get(`${kind}/${id}`)?.body ?? {};
    return Object.fromEntries(Object.entries(body).filter(([name]) => !fields?.has(name)));
  }

  /** Leave out what the server adds: it takes only what the person says. */
  private own(kind: string, body: Json): Json {
    const fields = this.writable.get(kind);
    if (!fields) throw new Error(`${kind} cannot be written.`);
    return Object.fromEntries(Object.entries(body).filter(([name, value]) => fields.has(name) && value !== undefined));
  }

  private index(of: { kind: string; id: string }): void {
    let ids = this.byKind.get(of.kind);
    if (!ids) this.byKind.set(of.kind, (ids = new Set()));
    ids.add(of.id);
  }

  private reindexQueue(): void {
    this.waiting = new Map();
    for (const op of this.queue) {
      const ops = this.waiting.get(keyOf(op));
      if (ops) ops.push(op);
      else this.waiting.set(keyOf(op), [op]);
    }
  }

  private async persist(step: Omit<Step, "meta">, changed: ReadonlySet<string> = new Set()): Promise<void> {
    const { since, mark } = this.read;
    const again = this.again && { since: this.again.since, mark: this.again.mark };
    const meta: Meta = { since, mark, again, queue: structuredClone(this.queue), shown: structuredClone(this.shown) };
    this.owed.push({ step: { ...step, meta }, deeds: [...this.unsaved] });
    this.tell(changed);
    await this.flush();
  }

  /** Write what is owed. */
  private async flush(): Promise<void> {
    const { era } = this;
    const goesOn = () => {
      if (this.isAstray || era !== this.era) throw new TakenError();
      return this.owed[0];
    };
    await this.inTurn(async () => {
      for (let next = goesOn(); next; next = goesOn()) {
        await this.disk.write(next.step).catch((error: unknown) => this.lost(error));
        this.owed.shift();
        this.settle(next.deeds);
      }
    });
    if (!this.isFailing) return;
    this.isFailing = false;
    this.tell(new Set());
  }

  private inTurn<T>(task: () => Promise<T>): Promise<T> {
    const done = this.writing.then(task);
    this.writing = done.catch(() => undefined);
    return done;
  }

  /** Note that the disk did not do as it was asked, and why. */
  private lost(error: unknown): never {
    if (error instanceof TakenError) this.isAstray = true;
    else {
      this.isFailing = true;
      this.tell(new Set());
    }
    throw error;
  }

  private settle(deeds: readonly Deed[]): void {
    this.unsaved = this.unsaved.filter((deed) => !deeds.includes(deed));
    for (const deed of deeds) deed.kept();
  }

  private tell(changed: ReadonlySet<string>): void {
    for (const kind of changed) this.turns.set(kind, this.turnOf(kind) + 1);
    for (const listener of this.listeners) listener(changed);
  }
}

function checked<T>(answer: Answer): T {
  if (answer.status !== 200) throw new UnreachableError(String(answer.status));
  return answer.body as T;
}

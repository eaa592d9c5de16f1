/** The server's side of sync as docs/sync.md has it, in memory: what a phone can see of it, and a few rules to break. */

import { keyOf, type Json, type Op, type Page, type Problem, type Result, type ServerRecord } from "../records";
import type { Answer } from "../phone";

export const NAMED = new Set(["checkin"]);
export const WRITABLE = new Map(["exercise", "workout", "measurement", "checkin"].map((kind) => [kind, new Set(["tag", "value", "exercise_id"])]));

export type Write = { key: string; version: number; tag: string | null; deleted: boolean; before: string | null };
type Stored = ServerRecord & { seq: number; made: string };
type Sent = Omit<Op, "sent">;
type State = { records: Map<string, Stored>; seq: number; applied: Map<string, string> };

const MAX_TEXT = 1_000_000;
const tagOf = (body: Json | null | undefined): string | null => (body?.tag as string | undefined) ?? null;
const problem = (status: number, detail: string): Problem => ({ title: detail, status, detail, errors: [] });

export class ModelServer {
  private state: State = { records: new Map(), seq: 0, applied: new Map() };
  /** All that phones wrote, in order; what a restore took back is not in it any more. */
  writes: Write[] = [];

  constructor(private readonly page = 4) {}

  get(kind: string, id: string): Stored | undefined {
    return this.state.records.get(`${kind}/${id}`);
  }

  all(): ServerRecord[] {
    return [...this.state.records.values()].map(({ kind, id, version, deleted, body }) => ({ kind, id, version, deleted, body }));
  }

  /** Return how to put the server back to how it is now. */
  backup(): () => void {
    const [state, writes] = [structuredClone(this.state), [...this.writes]];
    return () => {
      this.state = structuredClone(state);
      this.writes = [...writes];
    };
  }

  answer(method: "GET" | "POST", query: Record<string, string>, body: unknown): Answer {
    if (method === "GET") return this.pull(Number(query.since), query.mark);
    if (JSON.stringify(body).length > MAX_TEXT) return { status: 413, body: problem(413, "too large") };
    return { status: 200, body: { results: (body as { ops: Sent[] }).ops.map((op) => this.apply(structuredClone(op))) } };
  }

  private pull(since: number, mark: string | undefined): Answer {
    if (mark && !this.holds(mark, since)) return { status: 409, body: problem(409, "start again") };
    if (!mark && since > this.state.seq) return { status: 409, body: problem(409, "start again") };
    const later = [...this.state.records.values()].filter((each) => each.seq > since).sort((a, b) => a.seq - b.seq);
    const found = later.slice(0, this.page);
    const last = found.at(-1);
    const marked = found.findLast((each) => WRITABLE.has(each.kind));
    const page: Page = {
      changes: found.map(({ kind, id, version, deleted, body }) => structuredClone({ kind, id, version, deleted, body })),
      seq: last?.seq ?? since,
      mark: marked ? `${marked.seq} ${marked.version} ${keyOf(marked)} ${JSON.stringify(marked.body)}` : (mark ?? null),
      more: found.length < later.length,
    };
    return { status: 200, body: page };
  }

  private holds(mark: string, since: number): boolean {
    const [seq, version, key, ...rest] = mark.split(" ");
    const current = this.state.records.get(key ?? "");
    if (!current || current.version < Number(version)) return false;
    if (current.version > Number(version)) return current.seq > since;
    return current.seq === Number(seq) && JSON.stringify(current.body) === rest.join(" ");
  }

  /** Apply one operation, as `POST /api/sync` does. */
  apply(op: Sent): Result {
    const current = this.get(op.kind, op.id);
    if (op.action === "delete") return this.remove(op, current);
    if (op.action === "update" || (NAMED.has(op.kind) && op.base_version)) return this.replace(op, current);
    if (current && !current.deleted) return this.told(op, current.made === JSON.stringify(op.body) ? "duplicate" : "conflict");
    if (current) return current.made === JSON.stringify(op.body) ? this.told(op, "duplicate") : this.rejected(op, 410);
    const wrong = this.wrong(op);
    if (wrong) return this.rejected(op, wrong);
    this.put(op, 1, JSON.stringify(op.body));
    return this.told(op, "applied");
  }

  private replace(op: Sent, current: Stored | undefined): Result {
    const digest = JSON.stringify([op.kind, op.id, op.body]);
    const before = this.state.applied.get(op.op_id);
    if (before !== undefined) return before === digest ? this.told(op, "duplicate") : this.rejected(op, 409);
    if (!current) return this.rejected(op, 404);
    const again = op.action === "create";
    if ((current.deleted && !again) || (op.base_version !== undefined && op.base_version !== current.version)) return this.told(op, "conflict");
    const wrong = this.wrong(op);
    if (wrong) return this.rejected(op, wrong);
    this.put(op, current.version + 1, current.deleted ? JSON.stringify(op.body) : current.made);
    this.state.applied.set(op.op_id, digest);
    return this.told(op, "applied");
  }

  private remove(op: Sent, current: Stored | undefined): Result {
    if (!current || current.deleted) return this.told(op, "duplicate");
    if (op.base_version !== undefined && op.base_version !== current.version) return this.told(op, "conflict");
    this.put({ ...op, body: undefined }, current.version + 1, current.made);
    return this.told(op, "applied");
  }

  private wrong(op: Sent): number | null {
    const exercise = op.body?.exercise_id;
    if (op.kind === "workout" && this.get("exercise", String(exercise))?.deleted !== false) return 422;
    return null;
  }

  private put(op: Sent, version: number, made: string): void {
    const key = keyOf(op);
    const before = tagOf(this.state.records.get(key)?.body);
    const deleted = op.action === "delete";
    const body = deleted ? null : { id: op.id, ...op.body, derived: version };
    this.state.records.set(key, { kind: op.kind, id: op.id, version, deleted, body, seq: ++this.state.seq, made });
    this.writes.push({ key, version, tag: deleted ? null : tagOf(body), deleted, before });
    this.count();
  }

  /** What the server derives from the others comes down too. */
  private count(): void {
    const value = [...this.state.records.values()].filter((each) => each.kind === "workout" && !each.deleted).length;
    const old = this.state.records.get("workout_total/all");
    if (old?.body?.value === value) return;
    this.state.records.set("workout_total/all", { kind: "workout_total", id: "all", version: (old?.version ?? 0) + 1, deleted: false, body: { id: "all", value }, seq: ++this.state.seq, made: "" });
  }

  private told(op: Sent, status: Result["status"]): Result {
    const now = this.get(op.kind, op.id);
    return now ? { op_id: op.op_id, status, version: now.version, deleted: now.deleted, body: structuredClone(now.body) } : { op_id: op.op_id, status };
  }

  private rejected(op: Sent, status: number): Result {
    return { op_id: op.op_id, status: "rejected", problem: problem(status, "refused") };
  }
}

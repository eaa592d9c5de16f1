/** What sync speaks of: see docs/sync.md. */

export type Json = Record<string, unknown>;
export type Action = "create" | "update" | "delete";

/** A record as the server gave it; tombstones are kept. */
export type ServerRecord = { kind: string; id: string; version: number; deleted: boolean; body: Json | null };

/** What the person did. Once `sent`, it may have been applied, and never changes. */
export type Op = { op_id: string; kind: string; id: string; action: Action; base_version?: number; body?: Json; sent: boolean };

export type Result = {
  op_id: string;
  status: "applied" | "duplicate" | "conflict" | "rejected";
  version?: number | null;
  deleted?: boolean | null;
  body?: Json | null;
  problem?: Problem | null;
};

export type Problem = { title: string; status: number; detail: string; errors: { field: string; message: string }[] };

/** What the server would not take; it waits for the person to decide. */
export type Shown = { op: Op; result: Result };

export type Page = { changes: ServerRecord[]; seq: number; mark: string | null; more: boolean };

export const keyOf = (of: { kind: string; id: string }): string => `${of.kind}/${of.id}`;

/** Return one operation for two on the same record; null when nothing is left of them. */
export function joined(first: Op, then: Op): Op | null {
  if (first.action === "create") return then.action === "delete" ? null : { ...first, body: then.body };
  const { base_version: _, ...rest } = then;
  return first.base_version === undefined ? rest : { ...rest, base_version: first.base_version };
}

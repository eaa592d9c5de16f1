/** A screen on a real phone in memory: records on its disk, a server that answers what a test says, and what was asked of it. */

import { QueryClientProvider } from "@tanstack/react-query";
import { render } from "@testing-library/react-native";
import type { ReactElement } from "react";
import { queryClient } from "@/api/query";
import { startSession } from "@/api/session";
import { dayOf } from "@/lib/day";
import { ToastProvider } from "@/ui";
import type { Op, ServerRecord, Shown } from "../records";
import { SyncProvider } from "../provider";
import { MemoryDisk } from "./world";

export type Told = { method: string; path: string; body: unknown };
type Reply = { status?: number; body?: unknown };

export const USER = "00000000-0000-7000-8000-000000000001";
const ZONE = "Europe/Madrid";
/** The person's day: in the last hours of UTC's it is tomorrow there. */
export const TODAY = dayOf(new Date(), ZONE);

export class Stage {
  readonly disk = new MemoryDisk();
  readonly asked: Told[] = [];
  /** By `METHOD /path`; anything else is answered 404. */
  readonly replies = new Map<string, Reply | ((told: Told) => Reply)>();
  /** What the server says to an operation of sync; it takes it where this says nothing. */
  judge: (op: Op) => { status: "rejected"; problem: unknown } | null = () => null;
  isOffline = false;
  /** What was done and not answered, and what was not taken, from the start. */
  queue: Op[] = [];
  shown: Shown[] = [];

  get ops(): Op[] {
    return this.asked.filter(({ method, path }) => method === "POST" && path === "/api/sync").flatMap(({ body }) => (body as { ops: Op[] }).ops);
  }

  /** Show a screen to somebody who has these records. `me` are fields of their profile; `kept` puts there what was answered before. */
  async show(screen: ReactElement, records: Omit<ServerRecord, "version" | "deleted">[] = [], me: object = {}, kept: () => void = () => undefined): Promise<void> {
    queryClient.clear();
    kept();
    queryClient.setDefaultOptions({ queries: { retry: false, staleTime: 30_000, gcTime: 0 }, mutations: { gcTime: 0 } }); // a timer would keep the process
    const profile = { id: USER, email: "ana@example.com", units: "metric", locale: "en", time_zone: ZONE, onboarding_completed: true, ...me };
    const all = [{ kind: "user", id: USER, body: profile }, ...records].map((each) => ({ ...each, version: 1, deleted: false }));
    await this.disk.write({ meta: { since: all.length, mark: null, again: null, queue: this.queue, shown: this.shown }, records: all });
    globalThis.fetch = jest.fn((input: Request) => this.answer(input)) as unknown as typeof fetch;
    await startSession({ access_token: "a", refresh_token: "r", expires_in: 900 }, USER);
    await render(
      <QueryClientProvider client={queryClient}>
        <SyncProvider>
          <ToastProvider>{screen}</ToastProvider>
        </SyncProvider>
      </QueryClientProvider>,
    );
  }

  private async answer(input: Request): Promise<Response> {
    if (this.isOffline) throw new TypeError("Network request failed");
    const path = new URL(input.url).pathname;
    const text = await input.text();
    const told: Told = { method: input.method, path, body: /^[[{]/.test(text) ? JSON.parse(text) : text };
    this.asked.push(told);
    const found = this.replies.get(`${input.method} ${path}`);
    const { status = 200, body } = path === "/api/sync" ? { body: this.synced(told) } : typeof found === "function" ? found(told) : (found ?? { status: 404, body: {} });
    return new Response(status === 204 ? null : JSON.stringify(body ?? null), { status, headers: { "Content-Type": "application/json" } });
  }

  private synced({ method, body }: Told): unknown {
    if (method === "GET") return { changes: [], seq: 1, mark: null, more: false };
    const results = (body as { ops: Op[] }).ops.map((op) => {
      const refused = this.judge(op);
      return refused ? { op_id: op.op_id, ...refused } : { op_id: op.op_id, status: "applied", version: (op.base_version ?? 0) + 1, deleted: op.action === "delete", body: op.body ? { id: op.id, ...op.body } : null };
    });
    return { results };
  }
}

/** A screen on the real phone store, kept in memory, with no network but what a test gives it. */

import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { render } from "@testing-library/react-native";
import type { ReactElement } from "react";
import { endSession, loadSession, startSession } from "@/api/session";
import { MemoryDisk } from "@/sync/testing/world";
import type { Json, ServerRecord } from "@/sync/records";
import { SyncProvider } from "@/sync/provider";
import { ToastProvider } from "@/ui";

export const ME = "019aa000-0000-7000-8000-000000000001";
export const disk = { current: new MemoryDisk() };
/** What was sent to sync, while there is a network. */
export const sent: Json[] = [];

const record = (kind: string, body: Json): ServerRecord => ({ kind, id: String(body.id), version: 1, deleted: false, body });

export const measurement = (id: string, metric: string, value: number, taken_at: string): ServerRecord => record("measurement", { id, metric, value, taken_at, day: taken_at.slice(0, 10), source: "manual" });
export const photo = (id: string, pose: string, taken_at: string): ServerRecord => record("photo", { id, pose, taken_at, day: taken_at.slice(0, 10), status: "ready", content_type: "image/jpeg", bytes: 1 });
export const goal = (id: string, metric: string, target_value: number): ServerRecord => record("goal", { id, kind: "weight", metric, target_value, title: "Goal", start_on: "2026-01-01", status: "active" });

/** Show a screen to somebody who has these records; without a network. */
export async function inside(screen: ReactElement, records: ServerRecord[], me: Json = {}): Promise<void> {
  disk.current = new MemoryDisk();
  const meta = { since: 9, mark: null, again: null, queue: [], shown: [] };
  await disk.current.write({ meta, records: [record("user", { id: ME, units: "metric", time_zone: "UTC", ...me }), ...records] });
  globalThis.fetch = jest.fn(() => Promise.reject(new Error("no network"))) as unknown as typeof fetch;
  await loadSession();
  await startSession({ access_token: "a", refresh_token: "r", expires_in: 900 }, ME);
  const client = new QueryClient({ defaultOptions: { queries: { retry: false, gcTime: Infinity } } });
  await render(
    <QueryClientProvider client={client}>
      <SyncProvider>
        <ToastProvider>{screen}</ToastProvider>
      </SyncProvider>
    </QueryClientProvider>,
  );
}

export const leave = () => endSession();

/** What the device holds of a kind, with what was done on top: what would be shown after a restart. */
export async function queued(): Promise<Json[]> {
  const { meta } = await disk.current.load();
  return (meta?.queue ?? []).map(({ kind, action, body }) => ({ kind, action, body }));
}

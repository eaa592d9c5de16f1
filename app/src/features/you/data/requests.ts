/** What taking data out, bringing them in and erasing ask of the server. Each rejects with ApiError. */

import { api, API_URL, authorized, ApiError, ok, type Schemas } from "@/api/client";
import { accessToken } from "@/api/session";
import type { Problem } from "@/sync/records";
import { saveFrom } from "@/lib/save-file";
import type { Chosen } from "@/lib/choose-file";
import { factorOf } from "../account/requests";

const ZIP = "application/zip";
const origin = () => API_URL || globalThis.location?.origin;

export type Report = Schemas["Import"];

/** Fetch everything as a file, and hand it to the person. */
export async function exportAll(day: string, withCycle: boolean, onBytes: (bytes: number) => void): Promise<void> {
  const token = await accessToken(API_URL, (url, init) => globalThis.fetch(url, init));
  await saveFrom(`${origin()}/api/users/me/export${withCycle ? "?include=cycle" : ""}`, token ?? "", `fitzen-${day}.zip`, ZIP, onBytes);
}

/** Bring a file in, or only say what would become of it. */
export async function bringIn(file: Chosen, id: string, dryRun: boolean): Promise<Report> {
  const form = new FormData();
  form.append("file", file.part as Blob, file.name);
  form.append("dry_run", String(dryRun));
  form.append("id", id);
  const answer = await authorized(new Request(`${origin()}/api/imports`, { method: "POST", body: form })).catch(() => null);
  if (!answer) throw new ApiError(0, null);
  const body: unknown = await answer.json().catch(() => null);
  if (!answer.ok) throw new ApiError(answer.status, body as Problem | null);
  return body as Report;
}

export const eraseMe = (factor: string) => ok(api.DELETE("/api/users/{user_id}", { params: { path: { user_id: "me" }, query: factor.trim() ? factorOf(factor) : {} } }));

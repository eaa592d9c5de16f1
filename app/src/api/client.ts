/** The generated client: every route of docs/openapi.json, with the session's token and errors as `ApiError`. */

import createClient from "openapi-fetch";
import type { Problem } from "@/sync/records";
import type { components, paths } from "./schema";
import { accessToken, type Fetch } from "./session";

export type Schemas = components["schemas"];

/** Where the API is: the origin of the web app itself, or what the build of a phone app says. */
export const API_URL = process.env.EXPO_PUBLIC_API_URL ?? "";

/** `problem` is the server's; without one (`status` 0) no answer came. `retryAfter` is in seconds, where the server says it. */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    readonly problem: Problem | null,
    readonly retryAfter: number | null = null,
  ) {
    super(problem?.detail ?? `HTTP ${status}`);
  }

  get unreachable(): boolean {
    return this.status === 0 || this.status === 503;
  }

  /** Return what the server says of a field. */
  field(name: string): string | undefined {
    return this.problem?.errors.find((each) => each.field === name)?.message;
  }
}

const plain: Fetch = (url, init) => globalThis.fetch(url, init);

let asked = new AbortController();

/** Give up what is under way in the name of whoever leaves: after the session's end it would be refused. */
export function giveUp(): void {
  asked.abort();
  asked = new AbortController();
}

/** Send with the session's token; once more with a new one when it is not taken any more. Rejects when there is no answer, or on `giveUp`. */
export async function authorized(request: Request): Promise<Response> {
  const { signal } = asked;
  const again = request.clone();
  const token = await accessToken(API_URL, plain);
  if (token) request.headers.set("Authorization", `Bearer ${token}`);
  const answer = await globalThis.fetch(request, { signal });
  if (answer.status !== 401 || !token) return answer;
  const renewed = await accessToken(API_URL, plain, token);
  if (!renewed) return answer;
  again.headers.set("Authorization", `Bearer ${renewed}`);
  return globalThis.fetch(again, { signal });
}

export const api = createClient<paths>({ baseUrl: API_URL || globalThis.location?.origin, fetch: authorized });

/** Return the data of an answer, or throw an ApiError. */
export async function ok<T>(asked: Promise<{ data?: T; error?: unknown; response: Response }>): Promise<T> {
  let answer;
  try {
    answer = await asked;
  } catch {
    throw new ApiError(0, null);
  }
  if (!answer.response.ok) throw new ApiError(answer.response.status, (answer.error as Problem) ?? null);
  return answer.data as T;
}

/** What the server works out, kept on the device so that screens open without a network. */

import AsyncStorage from "@react-native-async-storage/async-storage";
import { createAsyncStoragePersister } from "@tanstack/query-async-storage-persister";
import { QueryClient } from "@tanstack/react-query";
import { ApiError } from "./client";

const WEEK_MS = 7 * 864e5;
const TRIES = 2;

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      gcTime: WEEK_MS,
      staleTime: 30_000,
      retry: (failed, error) => failed < TRIES && (!(error instanceof ApiError) || error.unreachable),
    },
  },
});

export const persistOptions = {
  persister: createAsyncStoragePersister({ storage: AsyncStorage, key: "fitzen.computed", throttleTime: 500 }),
  maxAge: WEEK_MS,
  buster: "1",
  /** What is large and soon of no use, such as each step of a search, says `meta: { passing: true }`. */
  dehydrateOptions: { shouldDehydrateQuery: (query: { state: { status: string }; meta?: Record<string, unknown> }) => query.state.status === "success" && !query.meta?.passing },
};

/** Forget all of it: it was somebody's. */
export async function forgetComputed(): Promise<void> {
  queryClient.clear();
  await persistOptions.persister.removeClient();
}

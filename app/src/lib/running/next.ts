/** The session that is due with its loads, as the server works it out: kept on the device, so that a basement finds it there. */

import { api, ok } from "@/api/client";
import { keys } from "@/api/keys";
import { queryClient } from "@/api/query";

const FRESH_MS = 12 * 3600_000;

export const nextSessionQuery = {
  queryKey: keys.nextSession(),
  queryFn: () => ok(api.GET("/api/workouts/{user_id}/next", { params: { path: { user_id: "me" } } })),
};

/** Ask for it where what is kept is old; what sync changes makes it old. Safe to call again and without a network. */
export const keepNextSession = (): Promise<void> => queryClient.prefetchQuery({ ...nextSessionQuery, staleTime: FRESH_MS });

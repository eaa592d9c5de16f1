/** The session that is due, as the server works it out: asked for by Today too, so that a basement finds it on the device. */

import { api, ok } from "@/api/client";
import { keys } from "@/api/keys";

export const nextSessionQuery = {
  queryKey: keys.nextSession(),
  queryFn: () => ok(api.GET("/api/workouts/{user_id}/next", { params: { path: { user_id: "me" } } })),
};

import { useQuery } from "@tanstack/react-query";
import { api, ok, type Schemas } from "@/api/client";
import { keys } from "@/api/keys";

export type Today = Schemas["Today"];

/** Everything that the server works out for this screen, in one request. */
export const useToday = () => useQuery({ queryKey: keys.today(), queryFn: () => ok(api.GET("/api/users/{user_id}/today", { params: { path: { user_id: "me" } } })) });

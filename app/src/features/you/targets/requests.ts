import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { api, ok, type Schemas } from "@/api/client";
import { keys } from "@/api/keys";
import { useSync } from "@/sync/provider";

const ME = { params: { path: { user_id: "me" } } };

export type OwnTargets = Schemas["TargetsIn"];

export const targetsQuery = queryOptions({ queryKey: keys.targets(), queryFn: () => ok(api.GET("/api/nutrition/targets/{user_id}", ME)) });

/** Set one's own targets; null lets them be worked out again. */
export function useSetTargets() {
  const client = useQueryClient();
  const { syncNow } = useSync();
  return useMutation({
    mutationFn: async (own: OwnTargets | null): Promise<void> => {
      if (own) client.setQueryData(keys.targets(), await ok(api.PUT("/api/nutrition/targets/{user_id}", { ...ME, body: own })));
      else await ok(api.DELETE("/api/nutrition/targets/{user_id}", ME));
    },
    onSuccess: async () => {
      syncNow();
      await Promise.all([keys.targets(), keys.today()].map((queryKey) => client.invalidateQueries({ queryKey })));
    },
  });
}

/** The keys of what the server works out. One place, so that no two screens share one by accident. */

import type { Day } from "@/lib/day";

export const keys = {
  today: () => ["today"] as const,
  chat: () => ["chat"] as const,
  screening: () => ["screening"] as const,
  trend: (metric: string, from: Day) => ["trend", metric, from] as const,
};

import type { Schemas } from "@/api/client";

export type Exercise = Schemas["Exercise"];
export type Muscle = Exercise["muscles"][number]["muscle"];
export type Equipment = NonNullable<Exercise["equipment"]>[number];
export type Metric = Exercise["metric"];

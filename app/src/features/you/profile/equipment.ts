import type { User } from "../parts/use-profile";

export type Equipment = NonNullable<User["equipment"]>[number];

/** All that the server knows, the usual first. */
export const EQUIPMENT: Equipment[] = [
  "dumbbell", "barbell", "rack", "bench", "plate", "kettlebell", "cable", "machine", "pull_up_bar", "band", "treadmill", "bike", "rower",
  "smith_machine", "dip_bars", "ez_bar", "trap_bar", "rings", "suspension_trainer", "landmine", "medicine_ball", "stability_ball", "ab_wheel", "box", "step",
  "jump_rope", "foam_roller", "belt", "elliptical", "stair_climber", "air_bike", "ski_erg", "roman_chair", "preacher_bench", "neck_harness", "sled", "sandbag",
  "battle_ropes", "tyre", "log", "stones", "yoke", "farmers_handles", "pool", "sport_gear",
];

export const COMMON: ReadonlySet<Equipment> = new Set(EQUIPMENT.slice(0, EQUIPMENT.indexOf("rower") + 1));

/** What an ordinary gym has. */
export const GYM: Equipment[] = ["barbell", "dumbbell", "kettlebell", "cable", "machine", "smith_machine", "band", "bench", "rack", "pull_up_bar", "dip_bars", "ez_bar", "trap_bar", "plate", "box", "treadmill", "bike", "rower", "elliptical", "medicine_ball"];

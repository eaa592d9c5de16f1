/** What exercises are told by, in the order in which people look for it. */

import type { Equipment, Exercise, Muscle } from "../model";

export const EVERY_MUSCLE: readonly Muscle[] = ["chest", "lats", "upper_back", "front_delts", "side_delts", "rear_delts", "biceps", "triceps", "forearms", "abs", "obliques", "lower_back", "glutes", "quads", "hamstrings", "calves", "adductors", "abductors", "hip_flexors", "traps", "rotator_cuff", "shins", "neck"];

export const GEAR: readonly Equipment[] = ["dumbbell", "barbell", "kettlebell", "cable", "machine", "smith_machine", "band", "bench", "rack", "pull_up_bar", "dip_bars", "rings", "suspension_trainer", "ez_bar", "trap_bar", "landmine", "plate", "medicine_ball", "stability_ball", "ab_wheel", "box", "step", "roman_chair", "preacher_bench", "sled", "sandbag", "battle_ropes", "jump_rope", "rower", "ski_erg", "treadmill", "bike", "air_bike", "elliptical", "stair_climber", "foam_roller", "farmers_handles", "belt"];

export const PATTERNS: readonly Exercise["pattern"][] = ["squat", "hinge", "lunge", "horizontal_push", "vertical_push", "horizontal_pull", "vertical_pull", "elbow_flexion", "elbow_extension", "shoulder_isolation", "chest_isolation", "knee_extension", "knee_flexion", "hip_isolation", "calf", "core", "carry", "grip", "neck", "olympic", "jump", "conditioning", "mobility"];

export const METRICS: readonly Exercise["metric"][] = ["reps_load", "bodyweight", "time", "distance"];

export { loadLibrary } from "./library";
export { alternativesOf, searchExercises, type Filter } from "./search";
export type { Equipment, Exercise, Metric, Muscle } from "./types";
export { useExercise, useExercises, useExerciseSearch, useOften, useSaidName, type Exercises } from "./use-exercises";

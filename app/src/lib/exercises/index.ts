export { loadLibrary } from "./library";
export { alternativesOf, searchExercises, type Filter } from "./search";
export type { Equipment, Exercise, Metric, Muscle } from "./types";
export { useExercise, useExercises, useExerciseSearch, useNamed, useOften, useSaidName, type Exercises } from "./use-exercises";

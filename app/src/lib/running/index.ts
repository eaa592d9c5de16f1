export { changeRunning, forgetRunning, openRunning, runningNow, startRunning } from "./store";
export { doneOf, isDone, setsOf, type Draft, type DraftExercise, type DraftSet, type Rest, type SetKind, type SetValues } from "./types";
export { useRestOver } from "./use-rest-over";
export { useRunning } from "./use-running";

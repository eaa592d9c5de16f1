/** What is asked, in order; each can be skipped. */
export const STEPS = ["goal", "body", "level", "time", "equipment", "food", "injuries", "screening"] as const;

export type StepName = (typeof STEPS)[number];

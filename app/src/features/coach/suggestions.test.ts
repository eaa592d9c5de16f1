import { suggestionsOf } from "./suggestions";

const targets = { energy_kcal: 2200, protein_g: 140 };
const day = (over: object) => ({ eaten: { energy_kcal: 0, protein_g: 0 }, targets, next_session: null, weight: null, ...over }) as unknown as Parameters<typeof suggestionsOf>[0];
const said = (...args: Parameters<typeof suggestionsOf>) => suggestionsOf(...args).map((hint) => ("say" in hint ? hint.say : `fill ${hint.fill}`));

test("in the morning: the scale, the session, breakfast", () => expect(said(day({ next_session: { name: "Upper A" } }), 8, false)).toEqual(["fill weigh", "session", "breakfast", "sum"]));
test("who has weighed in is not asked to", () => expect(said(day({}), 8, true)).not.toContain("fill weigh"));
test("at noon with nothing eaten, a meal is begun", () => expect(said(day({}), 13, true)).toContain("fill meal"));
test("in the evening: the day, and a dinner that fits", () => expect(said(day({ eaten: { energy_kcal: 1500, protein_g: 120 }, next_session: { name: "Upper A" } }), 20, true)).toEqual(["review", "dinner", "left", "sum"]));
test("little protein by the afternoon", () => expect(said(day({ eaten: { energy_kcal: 900, protein_g: 20 } }), 16, true)).toContain("protein"));
test("without a day that is known there is still something to ask", () => expect(said(undefined, 8, true)).toEqual(["sum", "sleep"]));

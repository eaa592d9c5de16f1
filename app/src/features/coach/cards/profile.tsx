import type { ParseKeys } from "i18next";
import { Pairs } from "./parts";
import { anyText, listOf, textOf, type Data } from "./read";
import { useWords } from "./words";

type Named = (key: string) => ParseKeys;

/** How the profile's own screens call what somebody chose, by the name that the server gives the field. */
const CHOICES: Record<string, Named> = {
  Sex: (key) => `onboarding.body.${key}` as "onboarding.body.female",
  Units: (key) => `onboarding.body.${key}` as "onboarding.body.metric",
  Goal: (key) => `onboarding.goal.${key}` as "onboarding.goal.lose",
  "Fitness level": (key) => `onboarding.level.${key}` as "onboarding.level.beginner",
  Activity: (key) => `onboarding.level.${key}` as "onboarding.level.light",
  Diet: (key) => `onboarding.food.${key}` as "onboarding.food.vegan",
  "Coaching style": (key) => `you.coach.${key}` as "you.coach.gentle",
};
const GEAR: Named = (key) => `train.gear.${key}` as "train.gear.barbell";
/** What the person wrote. */
const OWN: ReadonlySet<string> = new Set(["Name", "Time zone"]);
const OWN_LISTS: ReadonlySet<string> = new Set(["Allergies", "Dislikes", "Injuries", "Conditions"]);
const NOTHING: ReadonlySet<string> = new Set(["none", "not said"]);
const LIST = /, | and /;

/** What changes of the profile, field by field. */
export function ProfileDraft({ data }: { data: Data }) {
  const { t, said, joined } = useWords();
  const named = (of: Named, text: string) => t(of(text.replaceAll(" ", "_")), { defaultValue: text });
  const shown = (field: string, value: unknown): string => {
    const text = anyText(value);
    if (!text) return t("coach.card.none");
    if (NOTHING.has(text)) return said(text);
    const choice = CHOICES[field];
    if (choice) return named(choice, text);
    if (field === "Equipment") return joined(text.split(LIST).map((each) => named(GEAR, each)));
    if (OWN_LISTS.has(field)) return joined(text.split(LIST));
    return OWN.has(field) ? text : said(text);
  };
  return <Pairs pairs={listOf(data.changes).map((each) => ({ label: said(textOf(each.field)), value: `${shown(textOf(each.field), each.before)} → ${shown(textOf(each.field), each.after)}` }))} />;
}

import { memo, type ComponentType, type ReactNode } from "react";
import { useSaidName } from "@/lib/exercises";
import { useGivenName } from "@/lib/spoken";
import { Card as Box } from "@/ui";
import type { Card } from "../talk";
import { Anything, Comparison, isRowDraft, PlainTable, Rows, Series, titleOf } from "./figures";
import { Food, MealDraft, MealPlan, MealSwap, Recipes, useSlot } from "./food";
import { ProfileDraft } from "./profile";
import { dataOf, textOf, wordsOf, type Data } from "./read";
import { Exercises, Plan, Session, WorkoutDraft } from "./training";
import { useWords } from "./words";

type Kind = { needs: readonly string[]; View: ComponentType<{ data: Data }> };

/** What is known, and what it cannot be shown without. */
const KINDS: Record<string, Kind> = {
  workout_draft: { needs: ["name", "day", "exercises"], View: WorkoutDraft },
  session: { needs: ["name", "exercises"], View: Session },
  plan: { needs: ["name", "days"], View: Plan },
  exercises: { needs: ["items"], View: Exercises },
  meal_draft: { needs: ["slot", "day", "items"], View: MealDraft },
  food: { needs: ["food", "per_100g", "in_amount"], View: Food },
  recipes: { needs: ["items"], View: Recipes },
  meal_plan_draft: { needs: ["starts_on", "days"], View: MealPlan },
  meal_swap: { needs: ["before", "after"], View: MealSwap },
  series: { needs: ["title", "points"], View: Series },
  table: { needs: ["columns", "rows"], View: PlainTable },
  comparison: { needs: ["sides", "difference"], View: Comparison },
  profile_draft: { needs: ["changes"], View: ProfileDraft },
};

/** A card of the coach's. One of an unknown type, or of a known type with another shape, is a plain table. */
export const CardView = memo(function CardView({ card, footer }: { card: Card; footer?: (title: string) => ReactNode }) {
  const data = dataOf(card.data);
  const title = useTitle(card.type, data);
  const known = Object.hasOwn(KINDS, card.type) ? KINDS[card.type] : undefined;
  const Shown = known?.needs.every((key) => data[key] !== undefined && data[key] !== null) ? known.View : Anything;
  return (
    <Box title={title}>
      {isRowDraft(card.type) ? <Rows type={card.type} data={data} /> : <Shown data={data} />}
      {footer?.(title)}
    </Box>
  );
});

const NAMED = { water_draft: "water", measurement_draft: "measurement", checkin_draft: "checkin", goal_draft: "goal", reminder_draft: "reminder", profile_draft: "profile", recipes: "recipes" } as const;

const SOME_MORE = / and \d+ more$/;

function useTitle(type: string, data: Data): string {
  const slot = useSlot();
  const { t, said, day } = useWords();
  const [exercise, given] = [useSaidName(), useGivenName()];
  if (Object.hasOwn(NAMED, type)) return t(`coach.card.${NAMED[type as keyof typeof NAMED]}`);
  if (type === "exercises") return "";
  if (type === "meal_plan_draft") return t("coach.card.mealPlan", { day: day(textOf(data.starts_on)) });
  const name = textOf(data.name); // of a plan, of one of its days, or of a workout, which is called by its exercises if nothing else
  const called = SOME_MORE.test(name) ? said(name) : given(exercise(name));
  return slot(data.slot) || called || titleOf(data, said) || textOf(data.food) || wordsOf(type);
}

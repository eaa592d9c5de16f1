import type { ComponentType } from "react";
import { useTranslation } from "react-i18next";
import type { Schemas } from "@/api/client";
import { Txt } from "@/ui";
import { BookOpen, Check, Dumbbell, Flame, MessageCircle, TrendingUp, User, Utensils, type LucideIcon } from "@/ui/icons";
import { ArticleSource, ExerciseSource, FoodSource, RecipeSource } from "./looked-up";
import { DaySource, GoalSource, HabitSource, MealSource, MetricSource, WorkoutSource } from "./own";

type Kind = "workout" | "meal" | "day" | "metric" | "goal" | "habit" | "exercise" | "food" | "recipe" | "article" | "plan" | "meal_plan" | "profile" | "targets" | "message";

/** `id` is what stands behind the kind in a reference: `workout:<id>`. One without a view is said in words. */
export const KINDS: Record<Kind, { icon: LucideIcon; View?: ComponentType<{ id: string }> }> = {
  workout: { icon: Dumbbell, View: WorkoutSource },
  meal: { icon: Utensils, View: MealSource },
  day: { icon: Flame, View: DaySource },
  metric: { icon: TrendingUp, View: MetricSource },
  goal: { icon: TrendingUp, View: GoalSource },
  habit: { icon: Check, View: HabitSource },
  exercise: { icon: Dumbbell, View: ExerciseSource },
  food: { icon: Utensils, View: FoodSource },
  recipe: { icon: Utensils, View: RecipeSource },
  article: { icon: BookOpen, View: ArticleSource },
  plan: { icon: Dumbbell },
  meal_plan: { icon: Utensils },
  profile: { icon: User },
  targets: { icon: Flame },
  message: { icon: MessageCircle },
};

export function kindOf(ref: string): Kind {
  const kind = ref.split(":")[0] ?? "";
  return Object.hasOwn(KINDS, kind) ? (kind as Kind) : "message";
}

export function SourceView({ source }: { source: Schemas["Source"] }) {
  const { t } = useTranslation();
  const kind = kindOf(source.ref);
  const { View } = KINDS[kind];
  const id = source.ref.slice(source.ref.indexOf(":") + 1);
  if (View) return <View id={id} />;
  if (kind === "profile" || kind === "targets" || kind === "plan" || kind === "meal_plan") return <Txt>{t(`coach.source.${kind}Text`)}</Txt>;
  return <Txt>{t("coach.source.messageText")}</Txt>;
}

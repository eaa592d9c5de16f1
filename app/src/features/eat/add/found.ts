/** What answers to what was typed: as the server has it, with what this device knows. */

import type { Schemas } from "@/api/client";
import { wholeFood } from "../requests";
import { recipeOf, searched, type Known } from "../rules/known";
import type { Row } from "./lists";

const [RECIPES, FIRST] = [4, 5];

type Found = { foods: Schemas["Food"][]; recipes: Schemas["ShownRecipe"][] };

/** Return foods, the best first, with recipes after the first few; one's own recipes before all. */
export function foundFor(typed: string, known: Known, found: Found | undefined): Row[] {
  const foods = joined((found?.foods ?? []).map(wholeFood), searched(typed, known.foods.values(), known.uses)).map((food) => ({ food }));
  const recipes = joined(
    searched(typed, known.recipes.values(), known.uses, RECIPES),
    (found?.recipes ?? []).map((recipe) => recipeOf(recipe, false)),
  );
  const own = recipes.filter((recipe) => recipe.own).map((recipe) => ({ recipe }));
  const others = recipes.filter((recipe) => !recipe.own).map((recipe) => ({ recipe }));
  return [...own, ...foods.slice(0, FIRST), ...others.slice(0, RECIPES), ...foods.slice(FIRST)];
}

const joined = <T extends { id: string }>(first: T[], then: T[]): T[] => [...first, ...then.filter((each) => !first.some((other) => other.id === each.id))];

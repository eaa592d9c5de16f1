/** Sources that the server has; once read they open without a network. */

import { useQuery, type UseQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { api, ApiError, ok } from "@/api/client";
import { keys } from "@/api/keys";
import { inLanguage, useLanguage } from "@/i18n";
import { ArticleView, useArticle } from "@/lib/article";
import { useExercise, type Exercise } from "@/lib/exercises";
import { Skeleton, Txt } from "@/ui";
import { Bullets, Pairs, Part } from "../cards/parts";
import { dataOf } from "../cards/read";
import { MACROS, useWords } from "../cards/words";

const DAY_MS = 864e5;

function Asked<T>({ asked, children }: { asked: UseQueryResult<T>; children: (data: T) => ReactNode }) {
  const { t } = useTranslation();
  if (asked.data !== undefined) return children(asked.data);
  if (asked.fetchStatus === "fetching") return <Skeleton label={t("common.loading")} heights={[24, 120]} />;
  const gone = asked.error instanceof ApiError && asked.error.status === 404;
  return <Txt className="text-muted">{t(gone ? "coach.source.missing" : "coach.source.offline")}</Txt>;
}

export function ArticleSource({ id }: { id: string }) {
  const asked = useArticle(id.split("#")[0] ?? id);
  return <Asked asked={asked}>{(article) => <ArticleView article={article} />}</Asked>;
}

export function ExerciseSource({ id }: { id: string }) {
  const known = useExercise(id);
  const asked = useQuery({ queryKey: keys.source(`exercise:${id}`), enabled: !known, staleTime: DAY_MS, queryFn: () => ok(api.GET("/api/exercises/{exercise_id}", { params: { path: { exercise_id: id } } })) });
  return known ? <ExerciseView exercise={known} /> : <Asked asked={asked}>{(exercise) => <ExerciseView exercise={exercise} />}</Asked>;
}

function ExerciseView({ exercise }: { exercise: Exercise }) {
  const { t } = useTranslation();
  return (
    <>
      <Pairs
        pairs={[
          { label: t("coach.card.muscles"), value: exercise.muscles.filter((each) => each.share === 1).map((each) => t(`train.muscles.${each.muscle}`)).join(", ") },
          { label: t("coach.card.equipment"), value: (exercise.equipment ?? []).map((each) => t(`train.gear.${each}`)).join(", ") },
        ].filter((pair) => pair.value)}
      />
      {exercise.cues?.length ? <Bullets items={exercise.cues} /> : null}
    </>
  );
}

function useFigures() {
  const { t, amount } = useWords();
  return (of: object | null | undefined) => {
    const figures = dataOf(of);
    return MACROS.flatMap(([key, name, unit]) => (key in figures ? [{ label: t(`coach.card.${name}`), value: amount(figures[key], unit) }] : [])).filter((pair) => pair.value);
  };
}

export function FoodSource({ id }: { id: string }) {
  const { t } = useTranslation();
  const figures = useFigures();
  const language = useLanguage();
  const asked = useQuery({ queryKey: keys.source(`food:${id}:${language}`), staleTime: DAY_MS, queryFn: () => ok(api.GET("/api/foods/{food_id}", { params: { path: { food_id: id }, query: inLanguage(language) } })) });
  return (
    <Asked asked={asked}>
      {(food) => (
        <>
          <Part title={t("coach.source.hundred")}>
            <Pairs pairs={figures(food.per_100g)} />
          </Part>
          <Txt kind="small">{[food.source_name ?? food.source, food.attribution].filter(Boolean).join(". ")}</Txt>
        </>
      )}
    </Asked>
  );
}

export function RecipeSource({ id }: { id: string }) {
  const { t } = useTranslation();
  const figures = useFigures();
  const language = useLanguage();
  const asked = useQuery({ queryKey: keys.source(`recipe:${id}:${language}`), staleTime: DAY_MS, queryFn: () => ok(api.GET("/api/recipes/{user_id}/{recipe_id}", { params: { path: { user_id: "me", recipe_id: id }, query: inLanguage(language) } })) });
  return (
    <Asked asked={asked}>
      {(recipe) => (
        <>
          <Txt kind="small">{[t("coach.source.servings", { count: recipe.servings }), recipe.minutes ? t("coach.source.minutes", { count: recipe.minutes }) : ""].filter(Boolean).join(" · ")}</Txt>
          <Part title={t("coach.source.perServing")}>
            <Pairs pairs={figures(recipe.per_serving)} />
          </Part>
          <Bullets items={recipe.ingredients.flatMap((each) => (each.label ? [each.label] : []))} />
          {recipe.steps?.length ? <Bullets items={recipe.steps} /> : null}
        </>
      )}
    </Asked>
  );
}

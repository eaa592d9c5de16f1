import { queryOptions, useQuery } from "@tanstack/react-query";
import { useDeferredValue } from "react";
import { api, ok, type Schemas } from "@/api/client";
import { keys } from "@/api/keys";

const [DAY_MS, LEAST, MOST] = [864e5, 3, 10];

export type Title = Schemas["ArticleTitle"];

export const articlesQuery = queryOptions({ queryKey: keys.articles(), staleTime: DAY_MS, queryFn: async () => (await ok(api.GET("/api/knowledge/articles"))).items });

/** Find what articles say to a question: the server looks into their texts. */
export function useFound(typed: string) {
  const q = useDeferredValue(typed.trim());
  return useQuery({ queryKey: [...keys.articles(), q], enabled: q.length >= LEAST, gcTime: 0, queryFn: async () => (await ok(api.GET("/api/knowledge", { params: { query: { q, limit: MOST } } }))).items });
}

const plain = (text: string): string => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

/** Return the titles that have all the words that are typed, in any order. */
export function titlesWith(titles: readonly Title[], typed: string): Title[] {
  const words = plain(typed).split(/\s+/).filter(Boolean);
  return titles.filter(({ title, topics }) => words.every((word) => plain(`${title} ${topics.join(" ")}`).includes(word)));
}

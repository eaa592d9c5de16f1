/** The keys of what the server works out. One place, so that no two screens share one by accident. */

import type { Day } from "@/lib/day";

export const keys = {
  today: () => ["today"] as const,
  screening: () => ["screening"] as const,
  nextSession: () => ["next-session"] as const,
  chat: (chatId: string) => ["chat", chatId] as const,
  chats: () => ["chats"] as const,
  article: (slug: string) => ["article", slug] as const,
  articles: () => ["articles"] as const,
  avatar: () => ["avatar"] as const,
  devices: () => ["devices"] as const,
  factor: () => ["factor"] as const,
  targets: () => ["targets"] as const,
  upcoming: () => ["upcoming"] as const,
  usage: () => ["usage"] as const,
  source: (ref: string) => ["source", ref] as const,
  recipes: () => ["recipes"] as const,
  recipesFound: (words: string) => ["recipes-found", words] as const,
  ownRecipes: () => ["own-recipes"] as const,
  recipe: (id: string) => ["recipe", id] as const,
  ingredientsFound: (words: string) => ["ingredients-found", words] as const,
  ingredient: (foodId: string) => ["ingredient", foodId] as const,
  swaps: (planId: string, day: Day, slot: string, place: number, wish: string) => ["swaps", planId, day, slot, place, wish] as const,
  groceries: (planId: string, from: Day | null) => ["groceries", planId, from] as const,
  expenditure: () => ["expenditure"] as const,
  photos: () => ["photos"] as const,
};

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
  goals: () => ["goals"] as const,
  achievements: () => ["achievements"] as const,
  nutritionReferences: () => ["nutritionReferences"] as const,
  food: (id: string) => ["food", id] as const,
  foods: () => ["food"] as const,
  foodSearch: (typed: string) => ["foodSearch", typed] as const,
  favouriteFoods: () => ["favouriteFoods"] as const,
  eatenRecipes: () => ["eatenRecipes"] as const,
  mealPhotos: (day: Day) => ["photos", "meals", day] as const,
  trend: (metric: string, from: Day) => ["trend", metric, from] as const,
  photos: () => ["photos"] as const,
};

/** The keys of what the server works out. One place, so that no two screens share one by accident. */

export const keys = {
  today: () => ["today"] as const,
  screening: () => ["screening"] as const,
  nextSession: () => ["next-session"] as const,
  chat: (chatId: string) => ["chat", chatId] as const,
  chats: () => ["chats"] as const,
  article: (slug: string) => ["article", slug] as const,
  source: (ref: string) => ["source", ref] as const,
  photos: () => ["photos"] as const,
};

import type { Schemas } from "@/api/client";
import type { Card } from "./talk";

type Action = Schemas["Action"];

const DRAFTS = new Set(["plan", "meal_swap"]);
const isDraft = (card: Card) => card.type.endsWith("_draft") || DRAFTS.has(card.type);

/** Put each action with the card that shows what it would do; both come in the same order. */
export function paired(cards: readonly Card[], actions: readonly Action[]): { cards: { card: Card; action?: Action }[]; loose: Action[] } {
  if (cards.filter(isDraft).length !== actions.length) return { cards: cards.map((card) => ({ card })), loose: [...actions] };
  const waiting = [...actions];
  return { cards: cards.map((card) => (isDraft(card) ? { card, action: waiting.shift() } : { card })), loose: [] };
}

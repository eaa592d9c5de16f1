/** The meal that is being put together: one a person, the same on every screen, kept through restarts. */

import { useSyncExternalStore } from "react";
import { keep, readKept } from "@/lib/kept";
import { eatName } from "@/lib/typed";
import type { Slot } from "./rules/diary";
import type { MealItem } from "./rules/portion";

/** Something that words were read as: how sure it is, and what else they may mean. */
export type Guess = { text: string; confidence: number; alternatives: { food_id: string; name: string; grams: number }[] };
export type BasketItem = { key: string; item: MealItem; guess?: Guess };

/** `text`: what is typed. `clock`: the time, where the person said one. `mealId`: items go to a meal that is there already. */
export type Basket = { items: BasketItem[]; text: string; day: string | null; slot: Slot | null; clock: string | null; mealId: string | null; notRead: string[]; photo: string | null };

/** Words that were written without a network. */
export type Later = { id: string; text: string; day: string; slot: Slot; clock: string };

type State = { basket: Basket; later: Later[]; ready: boolean };

export const EMPTY: Basket = { items: [], text: "", day: null, slot: null, clock: null, mealId: null, notRead: [], photo: null };

export class BasketStore {
  private state: State = { basket: EMPTY, later: [], ready: false };
  private listeners = new Set<() => void>();

  constructor(private readonly userId: string) {
    void Promise.all([readKept<Basket>(this.name("basket")), readKept<Later[]>(this.name("later"))]).then(([basket, later]) =>
      this.show({ basket: this.state.basket === EMPTY && basket ? { ...EMPTY, ...basket } : this.state.basket, later: [...(later ?? []), ...this.state.later], ready: true }),
    );
  }

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  get = (): State => this.state;

  change(changes: Partial<Basket>): void {
    this.show({ ...this.state, basket: { ...this.state.basket, ...changes } });
    void keep(this.name("basket"), this.state.basket);
  }

  clear(): void {
    this.show({ ...this.state, basket: EMPTY });
    void keep(this.name("basket"), null);
  }

  putOff(later: Later): void {
    this.keepLater([...this.state.later, later]);
  }

  drop(id: string): void {
    this.keepLater(this.state.later.filter((each) => each.id !== id));
  }

  private keepLater(later: Later[]): void {
    this.show({ ...this.state, later });
    void keep(this.name("later"), later.length ? later : null);
  }

  private name(part: string): string {
    return eatName(this.userId, part);
  }

  private show(state: State): void {
    this.state = state;
    for (const listener of this.listeners) listener();
  }
}

let opened: { userId: string; store: BasketStore } | null = null;

/** Return the store of who is signed in. */
export function basketOf(userId: string): BasketStore {
  if (opened?.userId !== userId) opened = { userId, store: new BasketStore(userId) };
  return opened.store;
}

export function useBasket(userId: string): State & { store: BasketStore } {
  const store = basketOf(userId);
  return { ...useSyncExternalStore(store.subscribe, store.get, store.get), store };
}

/** What is being said now: turns that the history does not have yet, kept so that nothing that was typed is lost. */

import { ApiError, type Schemas } from "@/api/client";
import type { CoachEvent } from "@/api/stream";

export type Card = Schemas["Card"];
export type Message = Schemas["Message"];
export type Failure = { reason: "unreachable" | "limit" | "server" | "cut"; text?: string };

export type Turn = {
  id: string;
  chatId: string;
  text: string;
  at: string;
  state: "waiting" | "answering" | "failed";
  answerId?: string;
  said: string;
  doing: string | null;
  cards: Card[];
  failure?: Failure;
};

export type Asked = Pick<Turn, "id" | "chatId" | "text" | "at">;

type Deps = {
  stream: (body: Schemas["ChatMessageIn"], signal: AbortSignal) => AsyncIterable<CoachEvent>;
  /** Resolves after a time; rejects when the signal aborts. */
  wait: (ms: number, signal: AbortSignal) => Promise<void>;
  /** Keep what would be lost by a restart. */
  save: (asked: Asked[]) => void;
  /** Two messages that belong into the history now. */
  answered: (asked: Asked, answer: Message) => void;
};

const TRIES = 20;

export class Talk {
  turns: readonly Turn[] = [];
  /** What was said last, for those who listen. */
  latest: { id: string; text: string; whole: boolean } | null = null;
  private readonly listeners = new Set<() => void>();
  private readonly running = new Map<string, AbortController>();

  constructor(private readonly deps: Deps) {}

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  snapshot = (): readonly Turn[] => this.turns;

  /** Take over what a restart cut off: it can be sent again. */
  restore(asked: readonly Asked[]): void {
    const known = new Set(this.turns.map((turn) => turn.id));
    const found = asked.filter((each) => !known.has(each.id)).map((each) => ({ ...blank(each), state: "failed" as const, failure: { reason: "cut" as const } }));
    if (found.length) this.set([...found, ...this.turns]);
  }

  /** Say something, or say it again: the same id is never answered twice. */
  async send(asked: Asked): Promise<void> {
    if (this.running.has(asked.id)) return;
    const abort = new AbortController();
    this.running.set(asked.id, abort);
    const turn = blank(asked);
    this.set([...this.turns.filter((each) => each.id !== asked.id), turn]);
    this.keep();
    try {
      await this.answer(turn, abort.signal);
    } catch (error) {
      if (abort.signal.aborted) this.stopped(asked.id);
      else this.change(asked.id, { state: "failed", doing: null, failure: failureOf(error) });
    } finally {
      this.running.delete(asked.id);
      this.keep();
    }
  }

  /** Stop an answer. What was said so far stays, marked. */
  stop(id: string): void {
    this.running.get(id)?.abort();
  }

  stopAll(): void {
    for (const id of this.running.keys()) this.stop(id);
  }

  /** Leave out what failed. */
  drop(id: string): void {
    this.set(this.turns.filter((turn) => turn.id !== id));
    this.keep();
  }

  dropChat(chatId: string): void {
    for (const turn of this.turns) if (turn.chatId === chatId) this.stop(turn.id);
    this.set(this.turns.filter((turn) => turn.chatId !== chatId));
    this.keep();
  }

  private async answer(turn: Turn, signal: AbortSignal): Promise<void> {
    for (let tries = 1; ; tries += 1) {
      try {
        return await this.read(turn, signal);
      } catch (error) {
        const after = error instanceof ApiError && error.status === 409 ? error.retryAfter : null;
        if (after === null || tries === TRIES) throw error;
        this.change(turn.id, { state: "waiting" });
        await this.deps.wait(after * 1000, signal);
      }
    }
  }

  private async read({ id, chatId, text }: Turn, signal: AbortSignal): Promise<void> {
    let said = "";
    for await (const event of this.deps.stream({ id, chat_id: chatId, message: text }, signal)) {
      signal.throwIfAborted();
      if (event.event === "start") this.change(id, { state: "answering", answerId: event.data.message_id });
      else if (event.event === "delta") this.say(id, (said += event.data.text));
      else if (event.event === "tool") this.change(id, { doing: event.data.status === "running" ? event.data.summary : null });
      else if (event.event === "card") this.change(id, { cards: [...(this.turn(id)?.cards ?? []), event.data] });
      else if (event.event === "error") throw new ApiError(event.data.status, event.data);
      else return this.done(id, event.data.message);
    }
    signal.throwIfAborted();
    throw new ApiError(0, null);
  }

  private say(id: string, said: string): void {
    this.latest = { id, text: said, whole: false };
    this.change(id, { said, doing: null });
  }

  private stopped(id: string): void {
    const turn = this.turn(id);
    if (!turn) return;
    if (!turn.answerId) return this.change(id, { state: "failed", doing: null, failure: { reason: "cut" } });
    const { answerId, chatId, said, cards } = turn;
    this.done(id, { id: answerId, chat_id: chatId, sender: "coach", text: said, at: turn.at, cards, actions: [], sources: [], interrupted: true });
  }

  private done(id: string, answer: Message): void {
    const turn = this.turn(id);
    this.latest = { id, text: answer.text, whole: true };
    if (turn) this.deps.answered(turn, answer);
    this.set(this.turns.filter((each) => each.id !== id));
  }

  private turn = (id: string): Turn | undefined => this.turns.find((each) => each.id === id);

  private change(id: string, changes: Partial<Turn>): void {
    this.set(this.turns.map((turn) => (turn.id === id ? { ...turn, ...changes } : turn)));
  }

  private keep(): void {
    this.deps.save(this.turns.map(({ id, chatId, text, at }) => ({ id, chatId, text, at })));
  }

  private set(turns: readonly Turn[]): void {
    this.turns = turns;
    for (const listener of this.listeners) listener();
  }
}

function blank({ id, chatId, text, at }: Asked): Turn {
  return { id, chatId, text, at, state: "waiting", said: "", doing: null, cards: [] };
}

function failureOf(error: unknown): Failure {
  if (!(error instanceof ApiError)) return { reason: "server" };
  const text = error.problem?.errors[0]?.message ?? error.problem?.detail;
  if (error.status === 429) return { reason: "limit", text };
  return error.status === 0 ? { reason: "unreachable" } : { reason: "server", text };
}

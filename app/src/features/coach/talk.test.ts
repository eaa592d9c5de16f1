import { ApiError } from "@/api/client";
import type { CoachEvent } from "@/api/stream";
import { Talk, type Asked, type Message } from "./talk";

const asked: Asked = { id: "q1", chatId: "c1", text: "How is my bench?", at: "2026-11-26T10:00:00+01:00" };
const message: Message = { id: "a1", chat_id: "c1", sender: "coach", text: "It grows. Well done.", at: asked.at, cards: [], actions: [], sources: [], interrupted: false };
const start: CoachEvent = { event: "start", data: { message_id: "a1", chat_id: "c1" } };
const done: CoachEvent = { event: "done", data: { message } };
const delta = (text: string): CoachEvent => ({ event: "delta", data: { text } });
const unavailable = { title: "", status: 503, detail: "The server restarts.", errors: [] };

type Step = CoachEvent | Error | "hang";

/** A server that answers each time with the next script. */
function talkOf(...scripts: Step[][]) {
  const seen = { bodies: [] as object[], waits: [] as number[], saved: [] as Asked[][], answered: [] as [Asked, Message][] };
  const talk = new Talk({
    async *stream(body, signal) {
      seen.bodies.push(body);
      for (const step of scripts.shift() ?? []) {
        if (step instanceof Error) throw step;
        if (step === "hang") await new Promise((_, reject) => signal.addEventListener("abort", () => reject(new Error("aborted"))));
        else yield step;
      }
    },
    wait: (ms) => {
      seen.waits.push(ms);
      return Promise.resolve();
    },
    save: (turns) => seen.saved.push(turns),
    answered: (turn, answer) => seen.answered.push([turn, answer]),
  });
  return { talk, seen };
}

test("an answer goes into the history, and nothing is left to be sent", async () => {
  const { talk, seen } = talkOf([start, { event: "tool", data: { name: "x", summary: "Reading your history", status: "running" } }, delta("It grows. "), delta("Well done."), done]);
  const states: unknown[] = [];
  talk.subscribe(() => states.push(talk.turns[0] && [talk.turns[0].state, talk.turns[0].doing, talk.turns[0].said]));
  await talk.send(asked);
  expect(states).toContainEqual(["answering", "Reading your history", ""]);
  expect(states).toContainEqual(["answering", null, "It grows. "]);
  expect(seen.bodies).toEqual([{ id: "q1", chat_id: "c1", message: asked.text }]);
  expect(seen.answered[0]?.[1]).toBe(message);
  expect(seen.saved[0]).toEqual([asked]);
  expect(seen.saved.at(-1)).toEqual([]);
  expect(talk.turns).toEqual([]);
  expect(talk.latest).toEqual({ id: "q1", text: message.text, whole: true });
});

test("what could not be sent is kept, and sent again under the same id", async () => {
  const { talk, seen } = talkOf([new ApiError(0, null)], [start, done]);
  await talk.send(asked);
  expect(talk.turns[0]).toMatchObject({ state: "failed", failure: { reason: "unreachable" } });
  expect(seen.saved.at(-1)).toEqual([asked]);
  await talk.send(talk.turns[0]!);
  expect(seen.bodies[1]).toEqual(seen.bodies[0]);
  expect(talk.turns).toEqual([]);
});

test("an answer that is still being made is waited for", async () => {
  const { talk, seen } = talkOf([new ApiError(409, null, 2)], [new ApiError(409, null, 3)], [start, done]);
  await talk.send(asked);
  expect(seen.waits).toEqual([2000, 3000]);
  expect(seen.answered).toHaveLength(1);
});

test("a conflict without a time to wait is a failure", async () => {
  const { talk, seen } = talkOf([new ApiError(409, { title: "", status: 409, detail: "Another message has this id.", errors: [] })]);
  await talk.send(asked);
  expect(seen.waits).toEqual([]);
  expect(talk.turns[0]?.failure).toEqual({ reason: "server", text: "Another message has this id." });
});

test("a limit is said in the server's words", async () => {
  const { talk } = talkOf([new ApiError(429, { title: "", status: 429, detail: "That was a lot for today. Come back tomorrow.", errors: [] }, 3600)]);
  await talk.send(asked);
  expect(talk.turns[0]?.failure).toEqual({ reason: "limit", text: "That was a lot for today. Come back tomorrow." });
});

test.each([
  ["an error within the stream", [start, delta("It"), { event: "error", data: unavailable } as CoachEvent], { reason: "server", text: "The server restarts." }],
  ["a stream that ends without an end", [start, delta("It")], { reason: "unreachable" }],
])("%s is a failure that can be sent again", async (_, script, failure) => {
  const { talk } = talkOf(script);
  await talk.send(asked);
  expect(talk.turns[0]).toMatchObject({ state: "failed", failure, said: "It" });
});

test("a stopped answer stays as far as it came, marked", async () => {
  const { talk, seen } = talkOf([start, delta("It grows. "), "hang"]);
  const sending = talk.send(asked);
  while (!talk.turns[0]?.said) await Promise.resolve();
  talk.stop("q1");
  await sending;
  expect(seen.answered[0]?.[1]).toMatchObject({ id: "a1", text: "It grows. ", interrupted: true });
  expect(talk.turns).toEqual([]);
});

test("stopped before anything came, it can be sent again or left out", async () => {
  const { talk, seen } = talkOf(["hang"]);
  const sending = talk.send(asked);
  talk.stop("q1");
  await sending;
  expect(talk.turns[0]).toMatchObject({ state: "failed", failure: { reason: "cut" } });
  talk.drop("q1");
  expect(talk.turns).toEqual([]);
  expect(seen.saved.at(-1)).toEqual([]);
});

test("what a restart cut off comes back once", () => {
  const { talk } = talkOf();
  talk.restore([asked]);
  talk.restore([asked]);
  expect(talk.turns).toHaveLength(1);
  expect(talk.turns[0]).toMatchObject({ id: "q1", state: "failed", failure: { reason: "cut" } });
});

test("the same message is not sent twice at once", async () => {
  const { talk, seen } = talkOf([start, done]);
  await Promise.all([talk.send(asked), talk.send(asked)]);
  expect(seen.bodies).toHaveLength(1);
});

import { paired } from "./paired";
import { rowsOf } from "./rows";
import type { Message, Turn } from "./talk";

const message = (id: string, sender: "user" | "coach") => ({ id, sender, chat_id: "c", text: id, at: "" }) as Message;
const turn = (id: string, over: Partial<Turn> = {}) => ({ id, chatId: "c", text: id, at: "", state: "answering", said: "", doing: null, cards: [], ...over }) as Turn;

test("what is being said stands first, the newest at the top", () => {
  const rows = rowsOf([message("a1", "coach"), message("q1", "user")], [turn("q2"), turn("q3")]);
  expect(rows.map((row) => row.key)).toEqual(["q3", "q2", "a1", "q1"]);
});

test("an answer knows what was asked", () => {
  const [answer] = rowsOf([message("a1", "coach"), message("q1", "user")], []);
  expect(answer).toMatchObject({ asked: { id: "q1" } });
});

test("what is sent again does not stand twice", () => {
  const rows = rowsOf([message("a2", "coach"), message("q2", "user"), message("a1", "coach"), message("q1", "user")], [turn("q2", { state: "failed" })]);
  expect(rows.map((row) => row.key)).toEqual(["q2", "a1", "q1"]);
});

const action = (id: string) => ({ id, tool: "log_meal", summary: "", status: "proposed" as const });

test("each draft has its action, in order", () => {
  const { cards, loose } = paired([{ type: "table", data: {} }, { type: "meal_draft", data: {} }, { type: "plan", data: {} }], [action("1"), action("2")]);
  expect(cards.map((each) => each.action?.id)).toEqual([undefined, "1", "2"]);
  expect(loose).toEqual([]);
});

test("actions that no card shows stand alone", () => expect(paired([{ type: "table", data: {} }], [action("1")]).loose).toEqual([action("1")]));

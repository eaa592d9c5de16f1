import { choicesOf, piecesOf, wholeOf } from "./spoken";

test.each([
  ["", ""],
  ["Your bench", ""],
  ["Your bench grows. It", "Your bench grows."],
  ["You did 3.5 km. Then", "You did 3.5 km."],
  ["1. Bench", ""],
  ["Do this:\n1. Bench press\n2. Squ", "Do this:\n1. Bench press"],
  ["He said “rest.” And", "He said “rest.”"],
  [`${"word ".repeat(60)}wor`, "word ".repeat(60).trimEnd()],
])("of %j whole sentences are shown", (text, whole) => expect(wholeOf(text)).toBe(whole));

test.each([
  ["Which exercise is “press”: Bench Press, Overhead Press or Leg Press?", ["Bench Press", "Overhead Press", "Leg Press"]],
  ["I found several. Which food is “milk”: Whole milk or Oat milk?", ["Whole milk", "Oat milk"]],
  ["Which meal shall I swap: breakfast, lunch, dinner or a snack, and on which day?", ["breakfast", "lunch", "dinner", "a snack"]],
  ["I am not sure what you mean. Shall I log a workout, tell you how a lift is going, or propose today's session?", ["log a workout", "tell you how a lift is going", "propose today's session"]],
  ["How much water was it: a glass, 500 ml, or another amount?", ["a glass", "500 ml"]],
  ["¿Cuál es: Press de banca o Press militar?", ["Press de banca", "Press militar"]],
  ["Here is what I would log. Shall I?", []],
  ["Did you sleep well?", []],
  ["It went up by 2 kg or so.", []],
])("%j lets one choose from %j", (text, choices) => expect(choicesOf(text)).toEqual(choices));

test.each([
  ["please call 112 if you are in danger", ["tel:112"]],
  ["reach 024, or call 0800 111 0 111", ["tel:024", "tel:08001110111"]],
  ["call +34 91 562 04 20.", ["tel:+34915620420"]],
  ["more at findahelpline.com", ["https://findahelpline.com"]],
  ["below 1,200 kcal, for 15 minutes, 3 x 10 at 60 kg, 50%", []],
])("%j can be called or opened: %j", (text, urls) => expect(piecesOf(text).flatMap((piece) => piece.url ?? [])).toEqual(urls));

test("the pieces are the whole text", () => {
  const text = "Call 112 now, or look at findahelpline.com.";
  expect(piecesOf(text).map((piece) => piece.text).join("")).toBe(text);
});

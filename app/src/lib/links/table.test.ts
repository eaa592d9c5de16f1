import { lead, note, whenOpen } from "./pending";
import { placeOf, placeOfReminder } from "./table";

test.each([
  ["/reminders/0b1f", "/due/0b1f"],
  ["/achievements", "/records"],
  ["fitzen://reminders/0b1f", "/due/0b1f"],
  ["fitzen:///reminders/0b1f", "/due/0b1f"],
  ["https://app.fitzen.example/reminders/0b1f", "/due/0b1f"],
  ["https://app.fitzen.example/workout/w1?from=mail", "/workout/w1?from=mail"],
  ["https://app.fitzen.example", "/"],
  ["fitzen://session?planned=1", "/session?planned=1"],
  ["fitzen://", "/"],
  ["/sign-in", "/"],
  ["", "/"],
  ["javascript:alert(1)", "/"],
  ["intent://train#Intent;end", "/"],
  ["/measure/../you", "/"],
  ["//evil.example/x", "/evil.example/x"], // a path of ours that nothing is at: it lands on Today
])("%s opens %s", (link, place) => expect(placeOf(link)).toBe(place));

test.each([
  [{ kind: "workout" }, "/train"],
  [{ kind: "meal", target_id: "lunch" }, "/food"],
  [{ kind: "water" }, "/"],
  [{ kind: "habit", target_id: "h1" }, "/habit/h1"],
  [{ kind: "measurement", target_id: "waist_cm" }, "/measure/waist_cm"],
  [{ kind: "measurement" }, "/measure"],
  [{ kind: "custom" }, "/reminders"],
  [{ kind: "something new" }, "/"],
  [null, "/"],
])("a reminder %p leads to %s", (reminder, place) => expect(placeOfReminder(reminder)).toBe(place));

test("a link that comes before the app is open is followed once it is, the last one only", () => {
  const went: string[] = [];
  note("/train");
  lead("/records");
  const close = whenOpen((place) => went.push(place));
  lead("/you");
  note("/eat"); // the router goes there by itself
  close();
  lead("/coach");
  whenOpen((place) => went.push(place))();
  whenOpen((place) => went.push(place))();
  expect(went).toEqual(["/records", "/you", "/coach"]);
});

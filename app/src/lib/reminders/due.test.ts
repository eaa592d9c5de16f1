import cases from "./due.cases.json";
import { dueTimes, type Hours, type When } from "./due";

test("the device says of each reminder what the server says", () => {
  const wrong = cases.filter(({ reminder, hours, after, due }) => {
    const found = [...dueTimes(reminder as When, hours as Hours, Date.parse(after))].slice(0, 5);
    return JSON.stringify(found) !== JSON.stringify(due.map((at) => Date.parse(at)));
  });
  expect(wrong).toEqual([]);
  expect(cases.filter(({ due }) => due.length > 1).length).toBeGreaterThan(100);
});

test("what is switched off never comes", () => {
  expect([...dueTimes({ at_local: "07:30", enabled: false }, { zone: "UTC" }, Date.now())]).toEqual([]);
});

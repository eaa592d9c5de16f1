import { barcodeOf, sameCode } from "./codes";

test.each([
  ["4006381333931", "4006381333931"],
  ["4 006381 333931", "4006381333931"],
  ["4006381333932", null],
  ["96385074", "96385074"],
  ["036000291452", "036000291452"],
  ["12345", null],
  ["abc", null],
])("%s is the code %s", (typed, code) => {
  expect(barcodeOf(typed)).toBe(code);
});

test("zeros before a code change nothing", () => {
  expect(sameCode("036000291452", "0036000291452")).toBe(true);
  expect(sameCode("036000291452", "0036000291453")).toBe(false);
});

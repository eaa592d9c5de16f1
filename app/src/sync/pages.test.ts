import { PAGE_FROM, pagesOf, unpaged, type Value } from "./pages";
import type { ServerRecord } from "./records";

const record = (id: number, version = 1): ServerRecord => ({ kind: "workout", id: String(id), version, deleted: false, body: { id, version } });
const many = (count: number, version = 1) => Array.from({ length: count }, (_, id) => record(id, version));

test("what was put in pages comes out again", () => {
  const pages = pagesOf(many(1234));
  expect(pages.length).toBeLessThan(1234 / PAGE_FROM);
  expect(unpaged(pages)).toEqual({ records: many(1234), untidy: false });
});

test.each([
  ["after the page", (page: Value, alone: Value) => [page, alone]],
  ["before the page", (page: Value, alone: Value) => [alone, page]],
])("the later version of a record holds, wherever it lies: %s", (_, order) => {
  const [page] = pagesOf(many(60, 2));
  const latest = unpaged(order(page!, record(7, 3))).records.find((each) => each.id === "7");
  expect(latest?.version).toBe(3);
  const earlier = unpaged(order(page!, record(7, 1))).records.find((each) => each.id === "7");
  expect(earlier?.version).toBe(2);
});

test("a deletion is a version like any other", () => {
  const gone = { ...record(3, 2), deleted: true, body: null };
  expect(unpaged([...pagesOf(many(60)), gone]).records).toContainEqual(gone);
  expect(unpaged([...pagesOf(many(60)), gone]).records).toHaveLength(60);
});

test("many that lie alone, or over each other, are to be put together", () => {
  expect(unpaged(many(1001)).untidy).toBe(true);
  expect(unpaged([...pagesOf(many(600)), ...pagesOf(many(600, 2))]).untidy).toBe(false);
  expect(unpaged([...pagesOf(many(1100)), ...pagesOf(many(1100, 2))]).untidy).toBe(true);
});

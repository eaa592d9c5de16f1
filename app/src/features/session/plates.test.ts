import { loadBar, rackOf } from "./plates";

test("a load is made of the fewest plates, heavier ones first", () => {
  expect(loadBar(100, rackOf("metric"))).toEqual({ side: [25, 15], total: 100 });
  expect(loadBar(225, rackOf("imperial"))).toEqual({ side: [45, 45], total: 225 });
  expect(loadBar(20, rackOf("metric"))).toEqual({ side: [], total: 20 });
});

test("what cannot be made is made as near below as the plates there are come", () => {
  const rack = { bar: 20, pairs: { "15": 1, "10": 2 } };
  expect(loadBar(60, rack)).toEqual({ side: [10, 10], total: 60 });
  expect(loadBar(95, rack)).toEqual({ side: [15, 10, 10], total: 90 });
});

import { blocksOf, spansOf } from "./markdown";

test("headings, paragraphs and lists", () => {
  const blocks = blocksOf("# Sleep\n\nIt helps\nrecovery.\n\n- first\n  - under\n1. one\n");
  expect(blocks.map(({ kind, level, mark, spans }) => [kind, level, mark, spans.map((span) => span.text).join("")])).toEqual([
    ["heading", 1, undefined, "Sleep"],
    ["text", 0, undefined, "It helps recovery."],
    ["item", 0, "•", "first"],
    ["item", 1, "•", "under"],
    ["item", 0, "1.", "one"],
  ]);
});

test("marks within a line", () => {
  expect(spansOf("eat **more** *now*, `x_y_z` and 3 * 8 * 2 of a_b_c")).toEqual([
    { text: "eat " },
    { text: "more", bold: true },
    { text: " " },
    { text: "now", italic: true },
    { text: ", " },
    { text: "x_y_z", code: true },
    { text: " and 3 * 8 * 2 of a_b_c" },
  ]);
});

test("only pages of the web are links, and HTML stays text", () => {
  expect(spansOf("[a](https://x.org/y) [b](javascript:alert(1)) <script>")).toEqual([{ text: "a", url: "https://x.org/y" }, { text: " " }, { text: "b" }, { text: ") <script>" }]);
});

import en from "./en";
import es from "./es";

type Words = { [name: string]: string | Words };

function flat(words: Words, above = ""): [string, string][] {
  return Object.entries(words).flatMap(([name, value]) => (typeof value === "string" ? [[above + name, value] as [string, string]] : flat(value, `${above}${name}.`)));
}

const [english, spanish] = [new Map(flat(en)), new Map(flat(es))];
const slots = (text: string) => (text.match(/{{\w+}}/g) ?? []).sort();

test("both languages say the same things, with the same slots", () => {
  expect([...spanish.keys()].sort()).toEqual([...english.keys()].sort());
  for (const [key, text] of english) expect([key, slots(spanish.get(key) ?? "")]).toEqual([key, slots(text)]);
});

test("nothing is left empty", () => {
  for (const [key, text] of [...english, ...spanish]) expect([key, text.trim()]).not.toEqual([key, ""]);
});

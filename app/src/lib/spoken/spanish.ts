/** The server's sentences in Spanish. Only `loadSpoken` imports this, when Spanish is spoken first. */

import sheet from "./es.json";
import { speakerOf, type Row } from "./match";
import { writingIn } from "./writing";

let made: { tag: string; name: (text: string) => string | undefined; speak: (text: string) => string } | null = null;

/** Return how a text is said; the same as before for the same country and names, for it remembers what it said. */
export function speaker(tag: string, name: (text: string) => string | undefined): (text: string) => string {
  const country = tag.startsWith("es") ? tag : "es"; // days and numbers as in the person's country
  if (made?.tag !== country || made.name !== name) made = { tag: country, name, speak: speakerOf(sheet as unknown as readonly Row[], writingIn(country, name)) };
  return made.speak;
}

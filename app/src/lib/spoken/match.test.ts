import { execFileSync } from "node:child_process";
import sheet from "./es.json";
import { speakerOf, type Row } from "./match";
import { writingIn } from "./writing";

const NAMES: Record<string, string> = { "barbell bench press": "Press de banca con barra", "barbell-bench-press": "Press de banca con barra" };
const writing = writingIn("es-ES", (text) => NAMES[text.toLowerCase()]);
const speak = speakerOf(sheet as unknown as readonly Row[], writing);
const NBSP = "\u00a0";

test("the device has what the server's sheet says", () => {
  execFileSync("node", [`${__dirname}/../../../tools/spanish.mjs`, "--check"]);
});

test.each([
  ["a sentence as it is", "This is required.", "Esto es obligatorio."],
  ["a number, with its comma", "Your estimated max of 102.5 kg gives 87.5 kg for 5 reps with 2 in reserve, so start at 87.5 kg.", "Tu máximo estimado de 102,5 kg da 87,5 kg para 5 repeticiones con 2 en reserva, así que empieza con 87,5 kg."],
  ["thousands from ten thousand on", "There were more than 12,000 requests in a minute. Please wait.", "Ha habido más de 12.000 peticiones en un minuto. Espera un poco."],
  ["a share", "It has been 30 days since you did 5, 5, 4 at 100 kg with 2 in reserve, so come back about 10% lighter, at 90 kg.", `Hace 30 días que hiciste 5, 5, 4 con 100 kg (2 en reserva), así que vuelve con un 10${NBSP}% menos, con 90 kg.`],
  ["one and several", "This needs at least 1 characters.", "Necesita al menos 1 carácter."],
  ["several", "This needs at least 8 characters.", "Necesita al menos 8 caracteres."],
  ["a name of an exercise", "Push: Barbell bench press comes in, with 1 set.", "Empuje: entra Press de banca con barra, con 1 serie."],
  ["an exercise by its id", "Week 2, day 1, barbell-bench-press: It has 7 working sets.", "Semana 2, día 1, Press de banca con barra: Tiene 7 series efectivas."],
  ["a list, with y", "The knee bend of the day: quads and glutes. You know it well.", "La flexión de rodilla del día: cuádriceps y glúteos. Lo conoces bien."],
  ["e before i", "The hip hinge of the day: glutes and hamstrings.", "La bisagra de cadera del día: glúteos e isquios."],
  ["days", "It is due on 3 Nov 2026: on track.", "La fecha límite es el 3 nov 2026: vas bien."],
  ["a day as the API writes it", "The habit starts on 2026-11-23; move its start to check an earlier day.", "El hábito empieza el 23 nov 2026; adelanta su inicio para marcar un día anterior."],
  ["what a person wrote stays as it is", "I do not know which foods “legs and steps” means, so I could not keep them out.", "No sé a qué alimentos se refiere «legs and steps», así que no podría dejarlos fuera."],
  ["pounds", "Faster than 2.2 lb a week costs muscle, so the plan stays at that.", "Más de 2,2 lb por semana cuesta músculo, así que el plan se queda ahí."],
  ["what goes on from something, or does not", "In the last 14 days you logged 9 days in full and 1 in part, and weighed yourself 1 time.", "En los últimos 14 días anotaste por completo 9 días y en parte 1, y te pesaste 1 vez."],
  ["inches", "1.5 in more", "1,5 in más"],
  ["what a distance took", "5.5 km in 27:30", "5,5 km en 27:30"],
  ["a word of three letters", "abs", "abdominales"],
  ["lines", "Your week from 16 Nov to 22 Nov:\n- Workouts: 3 (the week before: 2)", "Tu semana del 16 nov al 22 nov:\n- Entrenamientos: 3 (la semana anterior: 2)"],
])("%s", (_, english, spanish) => {
  expect(speak(english)).toBe(spanish);
});

test.each(["Something new that the server says.", "Mi plan de piernas", "", "I ate rice and beans.", "Bring 2 eggs to me."])("what is not known stays: %s", (text) => {
  expect(speak(text)).toBe(text);
});

test("of two sentences the one that is known is said", () => {
  expect(speak("A new thing happened. This code is not right.")).toBe("A new thing happened. Este código no es correcto.");
});

test("a country writes numbers its own way", () => {
  const inMexico = speakerOf(sheet as unknown as readonly Row[], writingIn("es-MX", () => undefined));
  expect(inMexico("Your target stays at 2,150 kcal.")).toBe("Tu objetivo sigue en 2,150 kcal.");
});

test("what was said once is not worked out again", () => {
  let asked = 0;
  const counting = speakerOf(sheet as unknown as readonly Row[], { ...writing, name: () => void asked++ });
  const text = "Last time you did 5, 5, 5 at 80 kg, the top of 5, so add 2.5 kg.";
  const first = counting(text);
  const before = asked;
  expect(counting(text)).toBe(first);
  expect(asked).toBe(before);
});

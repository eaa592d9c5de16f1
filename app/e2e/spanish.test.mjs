// Spanish: exercises, foods and recipes by their Spanish names, found with accents or without, logged as shown; without a network too.
// And what the server says: why a target is what it is, why a plan has an exercise, what is wrong with what was typed.
import assert from "node:assert/strict";
import { after, afterEach, before, test } from "node:test";
import { checkAccess } from "./support/axe.mjs";
import { open, shotOfFailure } from "./support/browser.mjs";
import { ask, signIn, until } from "./support/flows.mjs";
import { inEachTheme } from "./support/stage.mjs";

const FOLDER = process.env.SCREENS;

inEachTheme("in Spanish", (theme, stage) => {
  let page;
  before(async () => {
    page = await open(stage.browser, { theme });
    await signIn(page, stage.server, `lucia-${theme}@example.com`);
    await page.getByRole("heading", { name: "What do you want?" }).waitFor();
    await ask(page, "/api/users/me/onboarding", { method: "POST", body: JSON.stringify({ goal: "maintain", birth_date: "1990-05-17", sex: "female", height_cm: 168, time_zone: "Europe/Madrid" }) });
    await page.evaluate(() => localStorage.setItem("fitzen.kept.language", JSON.stringify("es")));
  });
  after(() => page?.context().close());
  afterEach((context) => shotOfFailure(page, context));

  afterEach(() => page.context().setOffline(false));

  const button = (name, options) => page.getByRole("button", { name, ...options });
  const look = async (name) => {
    await checkAccess(page, `${name} in Spanish`);
    if (FOLDER) await page.screenshot({ path: `${FOLDER}/es-${name}-${theme}.png` });
  };

  test("an exercise is found by what people call it, and its page is in Spanish", async () => {
    await page.goto(`${stage.server.url}/exercises`);
    await page.getByText("546 ejercicios").waitFor();
    for (const [query, name] of [["deadlift", "Peso muerto con barra"], ["lagartijas", "Flexiones"], ["sentadilla bulgara", "Sentadilla búlgara"]]) {
      await page.getByLabel("Buscar ejercicios").fill(query);
      await page.getByRole("link", { name: new RegExp(`^${name}`) }).first().waitFor();
    }
    await look("exercises");
    await page.getByRole("link", { name: /^Sentadilla búlgara/ }).first().click();
    await page.getByRole("heading", { name: "Sentadilla búlgara", level: 1 }).waitFor();
    await page.getByText("Empeine del pie de atrás sobre el banco").waitFor();
    await look("exercise");
  });

  test("a session without a network speaks Spanish", async () => {
    await page.goto(`${stage.server.url}/session`);
    await button("Entrenamiento vacío").waitFor();
    await page.waitForTimeout(500); // the exercises are kept by then
    await page.context().setOffline(true);
    await page.reload();
    await button("Entrenamiento vacío").click();
    await button("Añadir ejercicio").first().click();
    await page.getByLabel("Buscar ejercicios").fill("dominadas");
    await button(/^Dominadas$/).first().click();
    await page.getByRole("heading", { name: "Dominadas" }).first().waitFor();
    await look("session");
  });

  test("a meal by search and in words keeps the names that were shown", async () => {
    await page.goto(`${stage.server.url}/food`);
    await page.getByLabel("¿Qué has comido?").fill("palta");
    await button(/^Aguacate/).first().waitFor();
    await look("food");
    await button(/^Aguacate/).first().click();
    await page.getByRole("heading", { name: "Aguacate", level: 1 }).waitFor();
    await look("one-food");
    await button("Añadir a la comida").click();
    await page.getByLabel("¿Qué has comido?").fill("dos huevos y una tostada");
    await button("Leer esto como una comida").click();
    await button(/^Huevo/).first().waitFor();
    await look("words");
    await button(/^Guardar/).click();
    const meals = async () => (await ask(page, "/api/nutrition/meals/me")).items;
    const [meal] = await until(meals, ({ length }) => length > 0);
    assert.deepEqual(meal.items.map((item) => item.name), ["Aguacate", "Huevo", "Tostada de pan blanco"]);
  });

  test("recipes, a plan of them and what to buy are in Spanish, and stay so without a network", async () => {
    await ask(page, "/api/measurements", { method: "POST", body: JSON.stringify({ taken_at: new Date().toISOString(), metric: "weight_kg", value: 64 }) });
    await page.goto(`${stage.server.url}/recipes`);
    await page.getByText(/^\d{3} recetas$/).waitFor();
    for (const [query, name] of [["salmon al horno", "Salmón al horno con patatas y eneldo"], ["falafel", "Pitas con croquetas de garbanzo"], ["berenjena con mozzarella", "Berenjenas al horno con mozzarella"]]) {
      await page.getByLabel("Buscar recetas").fill(query);
      await page.getByRole("link", { name: new RegExp(`^${name}`) }).first().waitFor();
    }
    await look("recipes");
    await page.getByRole("link", { name: /^Berenjenas al horno/ }).first().click();
    await page.getByRole("heading", { name: "Berenjenas al horno con mozzarella", level: 1 }).waitFor();
    await page.getByText("3 dientes de ajo en láminas").waitFor();
    await page.getByText(/^Mezcla la ricota con los huevos/).waitFor();
    await look("recipe");
    const plan = await ask(page, "/api/nutrition/meal-plans/generate?lang=es", { method: "POST", body: JSON.stringify({ days: 2 }) });
    const dinner = plan.days[0].meals.find((meal) => meal.slot === "dinner").name;
    await page.goto(`${stage.server.url}/meal-plan`);
    await page.getByRole("link", { name: dinner, exact: true }).waitFor();
    const served = plan.days[0].meals.flatMap((meal) => meal.items.filter((item) => item.food_id)).map((item) => item.name);
    for (const name of new Set(served)) await page.getByText(name, { exact: true }).first().waitFor();
    await look("meal-plan");
    await page.getByRole("button", { name: /^La compra/ }).click();
    await page.getByRole("checkbox").first().waitFor();
    await look("groceries");
    await page.waitForTimeout(700); // what the server worked out is kept by then
    await page.context().setOffline(true);
    await page.reload();
    await page.getByRole("checkbox").first().waitFor();
    await page.goto(`${stage.server.url}/meal-plan`);
    await page.getByRole("link", { name: dinner, exact: true }).waitFor();
    await page.context().setOffline(false);
  });

  test("the server's reasons, and what it refuses, are in Spanish", async () => {
    const weight = await ask(page, "/api/measurements", { method: "POST", body: JSON.stringify({ metric: "weight_kg", value: 64, taken_at: new Date().toISOString() }) });
    assert.equal(weight.value, 64);
    await page.goto(`${stage.server.url}/you/targets`);
    await page.getByText(/^Gastas unas \d+ kcal al día, \d+ arriba o abajo\.$/).waitFor();
    await page.getByText(/ de proteína, 1,6 g por kg, para conservar el músculo y repararlo\.$/).waitFor();
    await look("targets");
    await button("Poner los míos").click();
    await page.getByLabel(/kcal/).fill("900");
    await button("Guardar").click();
    await page.getByText(/^En tu caso debe ser al menos \d+: tu cuerpo gasta eso en reposo\.$/).waitFor();
    await look("refused");
  });

  test("a plan says in Spanish why it is as it is", async () => {
    const plan = await ask(page, "/api/workouts/plans/generate", { method: "POST", body: JSON.stringify({ days_per_week: 3, minutes: 45 }) });
    assert.match(plan.name, /days a week$/);
    await ask(page, `/api/workouts/plans/me/${plan.id}/activate`, { method: "POST" });
    await page.goto(`${stage.server.url}/plan`);
    await page.getByRole("heading", { name: /, 3 días por semana$/ }).waitFor();
    await page.getByText(/^La flexión de rodilla del día: cuádriceps/).first().waitFor();
    assert.equal(await page.getByText(/The knee bend|Full body|a week/).count(), 0);
    await look("plan");
  });

  test("the coach's cards are in Spanish, whatever it says beside them", async () => {
    await page.goto(`${stage.server.url}/coach`);
    await page.getByLabel("Mensaje para el coach").waitFor();
    assert.equal(await page.evaluate(() => document.documentElement.lang), "es");
    const say = async (text) => {
      await page.getByLabel("Mensaje para el coach").fill(text);
      await page.getByLabel("Mensaje para el coach").press("Enter");
    };
    await say("I drank 2 glasses of water");
    await page.getByText("2 vasos (500 ml)").waitFor();
    await button("Confirmar: Agua").click();
    await page.getByText("Hecho", { exact: true }).waitFor();
    await look("coach-water");
    await say("How do I do push-ups?");
    await page.getByRole("heading", { name: "Flexiones", exact: true }).waitFor();
    await page.getByText("Pecho", { exact: true }).waitFor();
    for (const english of ["Chest", "chest", "Push-Up", "Amount", "2 glasses (500 ml)"]) assert.equal(await page.getByText(english, { exact: true }).count(), 0, english);
    await look("coach-exercise");
  });
});

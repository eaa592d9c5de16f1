// Eating: a meal by search, by words, by copy, from a favourite and a recipe; and a day without a network that the server has once.
import assert from "node:assert/strict";
import { Buffer } from "node:buffer";
import { after, afterEach, before, test } from "node:test";
import { checkAccess } from "./support/axe.mjs";
import { launch, open, shotOfFailure } from "./support/browser.mjs";
import { filmOf } from "./support/film.mjs";
import { allSent, ask, pressAll, signIn, until } from "./support/flows.mjs";
import { inEachTheme } from "./support/stage.mjs";

const RED = Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAEAAAAAwCAIAAAAuKetIAAAAVElEQVR4nO3PQQ3AIADAQEANIvAfZE0Ej8uSnoJ23rPHny0d8KoBrQGtAa0BrQGtAa0BrQGtAa0BrQGtAa0BrQGtAa0BrQGtAa0BrQGtAa0BrQHtA1aXAYz9p6SbAAAAAElFTkSuQmCC", "base64");
const EAN = "4006381333931";

inEachTheme("eating", (theme, stage) => {
  const email = `eva-${theme}@example.com`;
  let page;
  before(async () => {
    page = await open(stage.browser, { theme });
    await signIn(page, stage.server, email);
    await page.getByRole("heading", { name: "What do you want?" }).waitFor();
    await ask(page, "/api/users/me/onboarding", { method: "POST", body: JSON.stringify({ goal: "maintain", birth_date: "1990-05-17", sex: "female", height_cm: 168, time_zone: "Europe/Madrid" }) });
    await ask(page, "/api/measurements", { method: "POST", body: JSON.stringify({ metric: "weight_kg", value: 64, taken_at: new Date().toISOString() }) });
    await page.reload();
    await page.getByRole("link", { name: "Eat" }).click();
    await page.getByRole("img", { name: /of 2,\d+ kcal/ }).last().waitFor();
  });
  after(() => page.context().close());
  afterEach((context) => shotOfFailure(page, context));

  const meals = async () => (await ask(page, "/api/nutrition/meals/me?limit=100")).items;
  const field = () => page.getByLabel("What did you eat?");
  const saved = () => page.getByRole("button", { name: "Add food", exact: true }).waitFor();
  const button = (name, options) => page.getByRole("button", { name, ...options });
  const save = async (slot) => {
    await button(new RegExp(`^Save ${slot}`)).click();
    await saved();
  };
  const toYesterday = () => button("The day before").click();

  test("an empty day says what comes next", async () => {
    await checkAccess(page, "eat, empty");
    await button("Add to Breakfast").click();
    await field().waitFor();
    await page.getByText("What you eat appears here.").waitFor();
    await checkAccess(page, "food, empty");
    await button("Back").click();
    await saved();
  });

  test("a meal by search, in a measure of the food", async () => {
    await toYesterday();
    await button("Add to Breakfast").click();
    await field().fill("oats dry");
    await button(/^Oats, dry/).click();
    await page.getByRole("heading", { name: "Oats, dry", level: 1 }).waitFor();
    await page.getByRole("radio", { name: "g", exact: true }).click();
    await page.getByLabel(/^Amount/).fill("60");
    await button("Favourite").click();
    await checkAccess(page, "a food");
    await button("Add to the meal").click();
    await page.getByText("Breakfast: 1 item").waitFor();
    await save("Breakfast");
    await allSent(page);
    const [meal] = await meals();
    assert.deepEqual([meal.slot, meal.items.length, meal.items[0].grams], ["breakfast", 1, 60]);
    await page.getByText(/^227 kcal/).first().waitFor(); // of 60 g with 379 kcal in 100 g
  });

  test("a meal in words is checked before it is saved", async () => {
    await button("Add to Lunch").click();
    await field().fill("two eggs and toast and zzxqy");
    await button("Read this as a meal").click();
    await page.getByText("Not understood: zzxqy").waitFor();
    await checkAccess(page, "food, a draft");
    await button(/^Egg, whole, raw/).click();
    await page.getByRole("dialog").getByRole("radio", { name: "Egg, fried" }).click();
    await checkAccess(page, "food, a portion");
    await page.getByRole("dialog").getByRole("button", { name: "Done" }).click();
    assert.equal((await meals()).length, 1); // nothing is saved yet
    await save("Lunch");
    await allSent(page);
    const lunch = (await meals()).find((meal) => meal.slot === "lunch");
    assert.deepEqual(lunch.items.map((item) => item.name), ["Egg, fried", "Toast, white"]);
    assert.ok(lunch.items.every((item) => item.grams > 0));
  });

  test("a favourite, and a recipe that was made of a meal", async () => {
    await button(/Egg, fried/).click();
    await button("Save as a recipe").click();
    await page.getByRole("dialog").getByLabel("Name").fill("Eggs on toast");
    await page.getByRole("dialog").getByRole("button", { name: "Save" }).click();
    await page.getByText("Saved among your recipes").waitFor();
    await checkAccess(page, "a meal");
    await button("Back").click();
    await button("Add to Snack").click();
    await page.getByRole("radio", { name: "Favourites" }).click();
    await button("Add Oats, dry").click();
    await page.getByRole("radio", { name: "Mine" }).click();
    await button("Add Eggs on toast").click();
    await page.getByText("Snack: 2 items").waitFor();
    await save("Snack");
    await allSent(page);
    const snack = (await meals()).find((meal) => meal.slot === "snack");
    assert.ok(snack.items[1].recipe_id);
    assert.ok(snack.items[1].nutrients.energy_kcal > 100);
  });

  test("a food of one's own, from its label and its code", async () => {
    await button("Scan a barcode").click();
    await page.getByRole("heading", { name: "Or type it" }).waitFor();
    await page.getByRole("textbox", { name: "Barcode" }).fill("4006381333932");
    await button("Look up").click();
    await page.getByText(/the last one checks/).waitFor();
    await page.getByRole("textbox", { name: "Barcode" }).fill(EAN);
    await button("Look up").click();
    await page.getByText("Nobody knows this code yet").waitFor();
    await checkAccess(page, "scan");
    await button("Make a food of it").click();
    await button("Save and add").click();
    await page.getByText("Give it a name.").waitFor();
    await page.getByLabel("Name").fill("Oat bar");
    await page.getByRole("radio", { name: "One portion" }).click();
    await page.getByLabel("Portion", { exact: true }).fill("bar");
    await page.getByLabel("Weighs (g)").fill("40");
    await page.getByLabel("Energy (kcal)").fill("160");
    await page.getByLabel("Protein (g)").fill("4");
    await checkAccess(page, "own food");
    await button("Save and add").click();
    await page.getByText(/: 1 item$/).waitFor();
    await page.getByText("1 bar · 40 g").waitFor();
    await button("Remove Oat bar").click();
    await button("Back").click();
    await saved();
    const found = await until(() => ask(page, `/api/foods/barcode/${EAN}`), (food) => food.name);
    assert.deepEqual([found.name, found.per_100g], ["Oat bar", { energy_kcal: 400, protein_g: 10 }]);
  });

  test("a whole day without a network, closed and opened again", async () => {
    const context = page.context();
    await page.goto(`${stage.server.url}/eat`);
    await button("Copy all of yesterday").waitFor();
    await button("Add food", { exact: true }).click(); // so that the device has what the screen needs
    await page.getByRole("radio", { name: "Mine" }).click();
    await button("Add Eggs on toast").waitFor();
    await button("Back").click();
    await context.setOffline(true);
    await button("Copy all of yesterday").click();
    await page.getByText("3 meals copied").waitFor();
    await button("Add to Dinner").click();
    await field().fill("oat");
    await page.getByText("Without a network: what this device knows").waitFor();
    await button("Add Oat bar").click();
    await field().fill("2 eggs and a strange fish");
    await button("Read this as a meal").click();
    await page.getByText("Your words are kept, and read later.").waitFor();
    await checkAccess(page, "food, offline");
    await page.reload(); // killed in the middle of it
    await page.getByText("Dinner: 2 items").waitFor();
    await button(/^Save Dinner/).click();
    await page.goto(`${stage.server.url}/eat`);
    await page.getByText("Written down for later").waitFor();
    await button("Add 250 ml").click();
    await page.getByRole("radio", { name: "Yes, all of it" }).click();
    await checkAccess(page, "eat, offline");
    await page.reload();
    await page.getByRole("radio", { name: "Yes, all of it", checked: true }).waitFor();
    await context.setOffline(false);
    await allSent(page);
    const all = await meals();
    const today = new Intl.DateTimeFormat("en-CA", { timeZone: "Europe/Madrid" }).format(new Date());
    const ofToday = all.filter((meal) => meal.day === today);
    assert.equal(all.length, 7);
    assert.deepEqual(ofToday.map((meal) => meal.slot).sort(), ["breakfast", "dinner", "lunch", "snack"]);
    assert.deepEqual(ofToday.find((meal) => meal.slot === "dinner").items.map((item) => item.name), ["Oat bar", "Egg, fried"]);
    const summary = await ask(page, `/api/nutrition/summary/me?day=${today}`);
    assert.deepEqual([summary.days[0].complete, summary.water_ml], [true, 250]);
    const shown = await page.getByText(/kcal · /).allTextContents();
    const sum = shown.reduce((all_, text) => all_ + Number(text.match(/^([\d,]+) kcal/)[1].replace(",", "")), 0);
    assert.ok(Math.abs(sum - summary.totals.energy_kcal) < 4, `${sum} is shown, ${summary.totals.energy_kcal} is what the server has`);
  });

  test("words that were kept are read when there is a network", async () => {
    await button(/^Read now/).click();
    await page.getByText(/Dinner: \d item|Not understood/).first().waitFor();
    await page.getByText("Written down for later").waitFor({ state: "detached" });
    await pressAll(button(/^Remove /));
    await button("Back").click();
    await saved();
  });

  test("a meal is changed, has a photo, and is deleted and put back", async () => {
    await button(/Oat bar.*Egg, fried/).click();
    await button(/^Oat bar/).click();
    await page.getByRole("dialog").getByRole("button", { name: "More" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Done" }).click();
    await page.getByText("1.5 bars · 60 g").waitFor();
    await button(/^Dinner.*Change the time$/).click();
    await page.getByRole("dialog").getByRole("radio", { name: "Lunch" }).click();
    await page.getByRole("dialog").getByLabel("Time").fill("14:45");
    await page.getByRole("dialog").getByRole("button", { name: "Done" }).click();
    await page.getByRole("heading", { name: "Lunch", level: 1 }).waitFor();
    await page.context().setOffline(true);
    const chooser = page.waitForEvent("filechooser");
    await button("Choose one").click();
    await (await chooser).setFiles({ name: "lunch.png", mimeType: "image/png", buffer: RED });
    await page.getByRole("img", { name: "Photo of the meal" }).first().waitFor();
    await page.context().setOffline(false);
    await page.getByRole("img", { name: "Not sent yet" }).first().waitFor({ state: "detached", timeout: 20_000 });
    await allSent(page);
    const { items: photos } = await ask(page, "/api/photos/me?pose=meal");
    const [meal] = (await meals()).filter((each) => each.photo_id);
    assert.deepEqual([photos.length, photos[0].id], [1, meal.photo_id]);
    assert.equal(meal.items[0].grams, 60);
    assert.match(meal.eaten_at, /T14:45/);
    await page.getByRole("img", { name: "Photo of the meal" }).first().waitFor();
    await checkAccess(page, "a meal with a photo");
    await button("Delete this meal").click();
    await page.getByText("Meal deleted").waitFor();
    await button("Undo").click();
    await button(/Oat bar.*Egg, fried/).waitFor();
    await allSent(page);
    assert.equal((await meals()).filter((each) => each.photo_id === meal.photo_id).length, 1);
    assert.deepEqual(page.complaints.filter((text) => !/ERR_INTERNET_DISCONNECTED|Failed to fetch|404/.test(text)), []);
  });

  test("the camera reads a code", async () => {
    const film = await filmOf(EAN);
    const browser = await launch(`--use-file-for-fake-video-capture=${film}`);
    try {
      const seeing = await open(browser, { theme, storageState: await page.context().storageState() });
      await seeing.goto(`${stage.server.url}/scan`);
      await seeing.getByRole("heading", { name: "Oat bar", level: 1 }).waitFor({ timeout: 30_000 }); // the code of one's own food
      assert.deepEqual(seeing.complaints, []);
    } finally {
      await browser.close();
    }
  });
});

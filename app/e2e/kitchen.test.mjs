// The kitchen: a recipe found, cooked and logged; one's own written; a plan made, swapped, eaten once; the shop; what is burnt.
import assert from "node:assert/strict";
import { afterEach, before, test } from "node:test";
import { checkAccess } from "./support/axe.mjs";
import { open, shotOfFailure } from "./support/browser.mjs";
import { allSent, ask, onDisk, pressAll, signIn, until } from "./support/flows.mjs";
import { inEachTheme } from "./support/stage.mjs";

inEachTheme("the kitchen", (theme, stage) => {
  const email = `ines-${theme}@example.com`;
  let page;
  before(async () => {
    await stage.server.fitzen("demo", "--email", email, "--days", "60");
    page = await open(stage.browser, { theme });
  });
  afterEach((context) => shotOfFailure(page, context));

  const go = (path) => page.goto(stage.server.url + path);
  const button = (name) => page.getByRole("button", { name });
  const meals = async (name) => (await ask(page, "/api/nutrition/meals/me?limit=100")).items.filter((meal) => meal.items.some((item) => item.name === name));

  test("finds a recipe at once, and for more servings", async () => {
    await signIn(page, stage.server, email);
    await page.getByRole("link", { name: "Eat" }).waitFor();
    await go("/recipes");
    await page.getByText(/^\d{3} recipes$/).waitFor();
    await checkAccess(page, "recipes");
    await page.getByLabel("Search recipes").fill("salmon dill");
    await page.getByRole("link", { name: /^Baked Salmon with Potatoes and Dill/ }).click();
    await page.getByRole("heading", { name: "Baked Salmon with Potatoes and Dill" }).waitFor();
    const lines = () => page.getByRole("list").first().getByRole("listitem").allTextContents();
    const before_ = await lines();
    await button("More servings").click();
    assert.notDeepEqual(await lines(), before_);
    await checkAccess(page, "recipe");
  });

  test("cooks step by step and logs a serving once", async () => {
    await button("Start cooking").click();
    await page.getByText("Get these ready").waitFor();
    await checkAccess(page, "cooking");
    await button("Begin").click();
    await page.getByText("Step 1 of").waitFor();
    await pressAll(button("Next"));
    await button(/^Done/).click();
    await button("More servings").last().click();
    await checkAccess(page, "log a serving");
    await button("Log it").click();
    await page.getByText("Logged: Baked Salmon").waitFor();
    const [meal] = await until(() => meals("Baked Salmon with Potatoes and Dill"), ({ length }) => length === 1);
    assert.equal(meal.items[0].amount, 1.5);
    assert.ok(meal.totals.energy_kcal > 300);
  });

  test("keeps a favourite", async () => {
    await button("Add to favourites").click();
    await button("Remove from favourites").waitFor();
    await go("/recipes");
    await page.getByRole("checkbox", { name: "Favourites" }).click();
    await page.getByRole("link", { name: /^Baked Salmon with Potatoes and Dill/ }).waitFor();
    await page.getByText("1 recipe", { exact: true }).waitFor();
  });

  test("writes a recipe that survives a kill, with figures as it is written", async () => {
    await go("/recipe/edit");
    await page.getByLabel("Name").fill("Oats of mine");
    await button("Add ingredient").click();
    await page.getByLabel("Search foods").fill("rolled oats");
    await button(/oats/i).first().click();
    await page.getByText("kcal", { exact: false }).first().waitFor();
    await page.reload();
    await page.getByRole("heading", { name: "New recipe" }).waitFor();
    await until(() => page.getByLabel("Name").inputValue(), (name) => name === "Oats of mine");
    await page.getByLabel(/^Amount of/).fill("");
    await button("Save").click();
    await page.getByText("How much?").waitFor();
    await page.getByLabel(/^Amount of/).fill("2");
    await page.getByLabel("Step 1", { exact: true }).fill("Soak them.");
    await checkAccess(page, "edit recipe");
    await button("Save").click();
    await page.getByRole("heading", { name: "Oats of mine" }).waitFor();
    await until(() => ask(page, "/api/recipes/me?limit=100"), ({ items }) => items.some((each) => each.name === "Oats of mine" && each.per_serving.energy_kcal > 0));
    await checkAccess(page, "own recipe");
  });

  test("says what cannot be had together, and makes a plan that can", async () => {
    await go("/meal-plan");
    await button("New plan").click();
    await page.getByRole("radiogroup", { name: "Days" }).last().getByRole("radio", { name: "3", exact: true }).click();
    await page.getByRole("radio", { name: "Today", exact: true }).click();
    await page.getByLabel("Leave out").fill("olives");
    await checkAccess(page, "make a plan");
    await button("Make my plan").click();
    await page.getByRole("dialog").first().waitFor({ state: "detached" });
    await until(() => ask(page, "/api/nutrition/meal-plans/me"), ({ items }) => items.length === 2);
    await page.getByText("What this day gives").waitFor();
    await checkAccess(page, "meal plan");
  });

  test("swaps a meal after showing what changes", async () => {
    const swap = button(/^Swap /).nth(2);
    const name = (await swap.getAttribute("aria-label")).replace("Swap ", "");
    await swap.click();
    await page.getByText(/against now/).first().waitFor();
    await checkAccess(page, "swap");
    const take = button(/^Take this: /).first();
    const other = (await take.getAttribute("aria-label")).replace("Take this: ", "");
    await take.click();
    await page.getByText(`Now: ${other}`).waitFor();
    await page.getByRole("link", { name: other }).waitFor();
    assert.equal(await page.getByRole("link", { name, exact: true }).count(), 0);
  });

  test("logs a planned meal without a network, once, and opens the plan again", async () => {
    await go("/groceries");
    await page.getByRole("checkbox").first().waitFor();
    await go("/meal-plan");
    await page.getByText("What this day gives").waitFor();
    await page.waitForTimeout(1500); // the cache is written behind
    await page.context().setOffline(true);
    await page.reload();
    const eat = button(/^I ate this/).first();
    const name = (await eat.getAttribute("aria-label")).replace("I ate this: ", "");
    await eat.dblclick();
    await button(`Undo: ${name}`).waitFor();
    await onDisk(page);
    await page.reload();
    await button(`Undo: ${name}`).waitFor();
    await checkAccess(page, "meal plan, offline");
    await page.context().setOffline(false);
    await page.evaluate(() => window.dispatchEvent(new Event("online")));
    await allSent(page);
    const today = async () => (await ask(page, "/api/nutrition/meals/me?limit=100")).items.filter((meal) => meal.name === name);
    await until(today, ({ length }) => length === 1);
    await button(`Undo: ${name}`).click();
    await until(today, ({ length }) => length === 0);
    await button(`I ate this: ${name}`).click();
    await until(today, ({ length }) => length === 1);
  });

  test("ticks groceries, and keeps the ticks without a network", async () => {
    await go("/groceries");
    const first = page.getByRole("checkbox").first();
    await first.click();
    await page.getByText(/^1 of \d+ ticked$/).waitFor();
    await checkAccess(page, "groceries");
    await page.waitForTimeout(1500); // the cache is written behind
    await page.context().setOffline(true);
    await page.reload();
    await page.getByText(/^1 of \d+ ticked$/).waitFor();
    assert.equal(await first.getAttribute("aria-checked"), "true");
    await page.context().setOffline(false);
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await button("Share list").click();
    await page.getByText("The list is copied").waitFor();
    assert.match(await page.evaluate(() => navigator.clipboard.readText()), /^Fruit and vegetables\n- /);
  });

  test("shows what is burnt as a chart, in words and as a table", async () => {
    await go("/expenditure");
    await page.getByText("You burn about").waitFor();
    await page.getByRole("img", { name: /^Energy burnt a day from/ }).waitFor();
    await page.getByRole("radio", { name: "4 weeks" }).click();
    await button("Show as a table").click();
    assert.ok((await page.getByRole("row").count()) >= 4);
    await checkAccess(page, "expenditure");
  });

  test("deletes a plan", async () => {
    await go("/meal-plan");
    await button("Delete this plan").click();
    await page.getByRole("dialog").last().getByRole("button", { name: "Delete this plan" }).click();
    await until(() => ask(page, "/api/nutrition/meal-plans/me"), ({ items }) => items.length === 1);
  });

  test("begins with the next step where there is nothing yet", async () => {
    const fresh = await open(stage.browser, { theme });
    await signIn(fresh, stage.server, `new-${theme}@example.com`);
    await fresh.getByRole("button", { name: "Skip all for now" }).click();
    await fresh.getByRole("link", { name: "Eat" }).waitFor();
    for (const [path, text] of [["/meal-plan", "No plan yet"], ["/groceries", "Nothing to buy yet"], ["/expenditure", "Your profile needs a little more"]]) {
      await fresh.goto(stage.server.url + path);
      await fresh.getByText(text).waitFor();
      await checkAccess(fresh, `${path}, empty`);
    }
    await fresh.context().close();
  });
});

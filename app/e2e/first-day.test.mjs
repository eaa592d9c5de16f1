// Somebody new: a code, the questions, Today; a habit and a glass of water without a network; and the server has each once.
import assert from "node:assert/strict";
import { afterEach, before, test } from "node:test";
import { checkAccess } from "./support/axe.mjs";
import { open, shotOfFailure } from "./support/browser.mjs";
import { allSent, ask, makeHabit, signIn } from "./support/flows.mjs";
import { inEachTheme } from "./support/stage.mjs";

inEachTheme("the first day", (theme, stage) => {
  const email = `ana-${theme}@example.com`;
  let page;
  before(async () => {
    page = await open(stage.browser, { theme });
  });
  afterEach((context) => shotOfFailure(page, context));

  test("signs in by a code", async () => {
    await page.goto(stage.server.url);
    await page.getByRole("button", { name: "Send code" }).waitFor();
    await checkAccess(page, "sign-in");
    await signIn(page, stage.server, email);
    await page.getByRole("heading", { name: "What do you want?" }).waitFor();
  });

  test("answers the questions, and goes on where they stopped", async () => {
    const next = () => page.getByRole("button", { name: "Next", exact: true }).click();
    await checkAccess(page, "goal");
    await page.getByRole("radio", { name: "Build muscle" }).click();
    await next();
    await page.getByLabel("What shall we call you?").fill("Ana");
    await page.getByRole("radio", { name: "Female" }).click();
    await page.getByLabel("Birth date").fill("1994-05-17");
    await page.getByLabel("Height (cm)").fill("168");
    await page.getByLabel("Weight (kg)").fill("63,5");
    await checkAccess(page, "body");
    await next();
    await page.getByRole("heading", { name: "How much have you trained?" }).waitFor();
    await page.reload();
    await page.getByRole("radio", { name: /^Some years/ }).click();
    await checkAccess(page, "level");
    await next();
    await page.getByRole("button", { name: "One day more" }).click();
    await checkAccess(page, "time");
    await next();
    await page.getByRole("checkbox", { name: "Dumbbells" }).click();
    await checkAccess(page, "equipment");
    await next();
    await page.getByRole("radio", { name: "Vegetarian" }).click();
    await checkAccess(page, "food");
    await next();
    await page.getByLabel("Injuries").fill("left knee, lower back");
    await checkAccess(page, "injuries");
    await next();
    await page.getByText("How hard do you want to train").waitFor();
    for (const group of await page.getByRole("radiogroup").all()) await group.getByRole("radio").last().click();
    await checkAccess(page, "screening");
    await page.getByRole("button", { name: "Finish" }).click();
    await page.getByText("Ana").first().waitFor();
    const me = await ask(page, "/api/users/me");
    assert.equal(me.goal, "gain");
    assert.equal(me.time_zone, "Europe/Madrid");
    assert.equal(me.training_days_per_week, 4);
    assert.deepEqual(me.equipment, ["dumbbell"]);
    assert.deepEqual(me.health.injuries, ["left knee", "lower back"]);
    assert.equal(me.health.screening.joints, false);
  });

  test("sees the day", async () => {
    await makeHabit(page, "Walk after lunch");
    await page.reload();
    await page.getByRole("checkbox", { name: "Walk after lunch" }).waitFor();
    await page.getByText("kcal left").waitFor();
    await page.getByText("63.5 kg", { exact: true }).waitFor();
    await checkAccess(page, "today");
  });

  test("ticks a habit and drinks without a network, and the server has each once", async () => {
    const context = page.context();
    await context.setOffline(true);
    await page.getByRole("checkbox", { name: "Walk after lunch" }).click();
    await page.getByRole("checkbox", { name: "Walk after lunch", checked: true }).waitFor();
    await page.getByRole("button", { name: "Add 250 ml" }).click();
    await page.getByText("250 ml", { exact: true }).waitFor();
    await page.getByText("2 changes wait to be sent").waitFor();
    await checkAccess(page, "today, offline");
    await page.reload(); // the service worker has the app, the device has the records
    await page.getByRole("checkbox", { name: "Walk after lunch", checked: true }).waitFor();
    await page.getByText("250 ml", { exact: true }).waitFor();
    await context.setOffline(false);
    await allSent(page);
    const waters = await ask(page, "/api/nutrition/water/me");
    assert.deepEqual(waters.items.map((each) => each.ml), [250]);
    const today = await ask(page, "/api/users/me/today");
    assert.deepEqual(today.habits.map((habit) => habit.done), [true]);
    assert.equal(today.eaten.water_ml, 250);
  });

  test("asks before it signs out with something unsent", async () => {
    await page.context().setOffline(true);
    await page.getByRole("button", { name: "Add 250 ml" }).click();
    await page.getByRole("link", { name: "You" }).click();
    await page.getByRole("heading", { name: "You", exact: true }).waitFor();
    await checkAccess(page, "you");
    await page.getByRole("button", { name: "Sign out" }).click();
    await page.getByText("1 change was not sent yet.").waitFor();
    await checkAccess(page, "sign out");
    await page.context().setOffline(false);
    await page.getByText("1 change was not sent yet.").waitFor({ state: "detached" });
    await page.getByRole("dialog").getByRole("button", { name: "Sign out" }).click();
    await page.getByRole("button", { name: "Send code" }).waitFor();
    assert.deepEqual(await page.evaluate(() => indexedDB.databases().then((those) => those.map((each) => each.name).filter((name) => name.startsWith("fitzen.")))), []);
    assert.equal(await page.evaluate(() => localStorage.getItem("fitzen.session")), null);
    assert.deepEqual(page.complaints.filter((text) => !/ERR_INTERNET_DISCONNECTED|Failed to fetch/.test(text)), []);
  });
});

// A day in the basement: a session and meals without a network, in a browser that is closed and opened again on the way; and the server has each once.
import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, afterEach, before, test } from "node:test";
import { checkAccess } from "./support/axe.mjs";
import { openKept, shotOfFailure } from "./support/browser.mjs";
import { allSent, ask, onDisk, signIn, until } from "./support/flows.mjs";
import { settle } from "./support/look.mjs";
import { inEachTheme } from "./support/stage.mjs";

inEachTheme("a day without a network", (theme, stage) => {
  const email = `noor-${theme}@example.com`;
  let folder, page;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "fitzen-browser-"));
    await stage.server.fitzen("demo", "--email", email, "--days", "60");
    page = await openKept(folder, { theme });
  });
  after(async () => {
    await page?.context().close();
    await stage.server.start(); // for the other theme, where a test failed in between
    await rm(folder, { recursive: true, force: true });
  });
  afterEach((context) => shotOfFailure(page, context));

  const button = (name, options) => page.getByRole("button", { name, ...options });
  const go = (path) => page.goto(`${stage.server.url}${path}`);
  const log = () => button(/^Log set/);
  const done = (count) => page.getByText(new RegExp(`^\\d+:\\d+ · ${count} of \\d+ sets$`)).waitFor();
  const all = async (path) => (await ask(page, `${path}?limit=100`)).items;
  /** End the browser, every process of it, and begin it again where there is no network. */
  const closeAndOpen = async () => {
    await onDisk(page);
    await page.context().close();
    page = await openKept(folder, { theme });
    await page.context().setOffline(true);
    const answer = await go("/");
    assert.ok(answer.fromServiceWorker(), "the service worker has the page");
    await page.getByText("kcal left").waitFor();
  };

  let before_;
  test("comes in with a network, and loses it", async () => {
    await signIn(page, stage.server, email);
    await page.getByText("kcal left").waitFor();
    await page.evaluate(() => navigator.serviceWorker.ready);
    for (const path of ["/session", "/food", "/eat", "/"]) {
      await go(path);
      await settle(page);
    }
    before_ = { workouts: await all("/api/workouts/me"), meals: await all("/api/nutrition/meals/me"), waters: await all("/api/nutrition/water/me") };
    await onDisk(page);
    await page.context().setOffline(true);
    await stage.server.end();
  });

  test("trains what the plan has; the browser is closed in the middle of it", async () => {
    await button("Start", { exact: true }).click();
    await log().click();
    await done(1);
    await log().click();
    await done(2);
    await closeAndOpen();
    await page.getByRole("link", { name: /\d+\/\d+/ }).click();
    await done(2);
    await checkAccess(page, "session, opened again");
    await log().click();
    await done(3);
    await button("Finish", { exact: true }).click();
    await button("Finish workout").click();
    await page.getByRole("heading", { name: "Well done" }).waitFor();
    await page.getByText(/Saved on this device/).waitFor();
  });

  const add = async (slot) => {
    await go("/eat");
    await button(`Add to ${slot}`).click();
    await page.getByLabel("What did you eat?").fill("egg");
    await page.getByText("Without a network: what this device knows").waitFor();
    await button(/^Add /).first().click();
    await page.getByText(`${slot}: 1 item`).waitFor();
  };
  const save = async (slot) => {
    await button(new RegExp(`^Save ${slot}`)).click();
    await button("Add food", { exact: true }).waitFor();
  };

  test("eats and drinks; the browser is closed before a meal is saved, and after", async () => {
    await add("Snack");
    await save("Snack");
    await add("Dinner");
    await closeAndOpen();
    await go("/food");
    await page.getByText("Dinner: 1 item").waitFor();
    await save("Dinner");
    await button("Add 250 ml").click();
    await page.getByText(/^250 ml/).first().waitFor();
    await closeAndOpen();
    await page.getByText(/^\d+ changes wait to be sent$/).waitFor();
  });

  test("comes back to the network, and the server has each once", async () => {
    await stage.server.start();
    await page.context().setOffline(false);
    await page.getByText(/changes? waits? to be sent$/).waitFor({ state: "detached" });
    await allSent(page);
    const fresh = (now, old) => now.filter(({ id }) => !old.some((each) => each.id === id));
    const workouts = fresh(await all("/api/workouts/me"), before_.workouts);
    assert.equal(workouts.length, 1);
    assert.equal(workouts[0].exercises.flatMap(({ sets }) => sets).length, 3);
    assert.ok(workouts[0].session_id && workouts[0].ended_at);
    const meals = fresh(await all("/api/nutrition/meals/me"), before_.meals);
    assert.deepEqual(meals.map(({ slot, items }) => [slot, items.length]).sort(), [["dinner", 1], ["snack", 1]]);
    const waters = fresh(await all("/api/nutrition/water/me"), before_.waters);
    assert.deepEqual(waters.map(({ ml }) => ml), [250]);
    await page.context().close();
    page = await openKept(folder, { theme });
    await go("/");
    await page.getByText("kcal left").waitFor();
    await until(() => page.getByText(/wait to be sent/).count(), (count) => count === 0);
    assert.equal(fresh(await all("/api/workouts/me"), before_.workouts).length, 1);
  });
});

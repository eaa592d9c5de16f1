// A planned session, by one tap a set, to its summary; then another without a network, killed on the way: the server has each once.
import assert from "node:assert/strict";
import { afterEach, before, test } from "node:test";
import { checkAccess } from "./support/axe.mjs";
import { open, shotOfFailure } from "./support/browser.mjs";
import { allSent, ask, onDisk, signIn } from "./support/flows.mjs";
import { inEachTheme } from "./support/stage.mjs";

inEachTheme("a session", (theme, stage) => {
  const email = `gym-${theme}@example.com`;
  let page;
  let names = [];
  const button = (name, options = {}) => page.getByRole("button", { name, ...options });
  const running = () => page.getByRole("link", { name: /\d+\/\d+/ });
  const log = () => button(/^Log set/);
  /** The line of an exercise in the session's outline. */
  const entry = (name) => button(new RegExp(`^${name}.*\\d of \\d+ sets`));
  const began = new Date().toISOString();
  /** Those of this run, newest first. */
  const workouts = async () => (await ask(page, "/api/workouts/me?limit=20")).items.filter((each) => Date.parse(each.started_at) >= Date.parse(began));

  before(async () => {
    await stage.server.fitzen("demo", "--email", email);
    page = await open(stage.browser, { theme });
    await signIn(page, stage.server, email);
    await page.getByText("kcal left").waitFor();
  });
  afterEach((context) => shotOfFailure(page, context));

  test("starts what the plan has, and logs a set in two taps", async () => {
    await button("Start", { exact: true }).click();
    await log().click();
    await page.getByText(/^\d+:\d+ · 1 of \d+ sets$/).waitFor();
    await page.getByRole("group", { name: "Rest" }).waitFor();
    await page.getByText(/^Last time/).waitFor();
    await checkAccess(page, "session, resting");
  });

  test("makes the rest longer and shorter, and skips it", async () => {
    await button("15 seconds more").click();
    await button("15 seconds less").click();
    await button("Skip").click();
    await page.getByRole("group", { name: "Rest" }).waitFor({ state: "detached" });
  });

  test("steps and types what was done", async () => {
    const weight = page.getByRole("textbox", { name: "Weight (kg)" });
    const before = Number(await weight.inputValue());
    await button("More: Weight").click();
    await page.waitForFunction(([was]) => Number(document.querySelector("input[aria-label='Weight (kg)']").value) > was, [before]);
    await weight.fill("41,5");
    await page.getByRole("textbox", { name: "Reps" }).fill("6");
    await button("Log set · 41.5 kg × 6").click();
    await button(/^Set 2, done.*41.5 kg × 6/).waitFor();
    await button("Skip").click();
  });

  test("a set is changed, taken away, and put back", async () => {
    await button(/^Set 2,/).click();
    await checkAccess(page, "a set");
    await button("Delete set").click();
    await button("Undo").click();
    await button(/^Set 2, done.*41.5 kg × 6/).waitFor();
  });

  test("puts a drop after the last set, and groups two exercises", async () => {
    await button("Drop set").click();
    await button(/to do.*Drop set/).waitFor();
    await button(/^More for/).click();
    await checkAccess(page, "an exercise's menu");
    const together = button(/^Superset with/);
    names = [(await page.getByRole("heading", { level: 2 }).last().textContent()).trim(), (await together.textContent()).replace("Superset with ", "").trim()];
    await together.click();
    await page.getByText("Superset A").first().waitFor();
  });

  test("loads the bar, writes a note, swaps an exercise", async () => {
    await button(/^More for/).click();
    await button("Load the bar").last().click();
    await page.getByRole("img", { name: /^On each side/ }).waitFor();
    await checkAccess(page, "plates");
    await button("Close").click();
    await button(/^More for/).click();
    await button("Note", { exact: true }).click();
    await page.getByLabel("Note", { exact: true }).fill("Seat 4");
    await button("Done", { exact: true }).click();
    await entry(names[1]).click();
    await button(`More for ${names[1]}`).click();
    await button("Swap", { exact: true }).click();
    await page.getByText("Does the same job").waitFor();
    await page.getByLabel("Search exercises").fill("landmine pres");
    await button(/^Landmine Press/).first().click();
    await page.getByRole("heading", { name: "Landmine Press" }).waitFor();
  });

  test("a killed app goes on where it was, and the bar leads back", async () => {
    await page.goto(stage.server.url);
    await button("Go on").waitFor();
    await checkAccess(page, "today, with a session that runs");
    await page.getByRole("link", { name: "Coach" }).click();
    await page.getByRole("textbox").fill("How am I doing?");
    await button("Send", { exact: true }).click({ trial: true }); // the bar covers nothing
    await running().click();
    await page.getByRole("heading", { name: "Landmine Press" }).waitFor();
    await page.getByText(/^\d+:\d+ · 2 of \d+ sets$/).waitFor();
  });

  test("goes through all that is left, and finishes with a summary", async () => {
    await entry(names[0]).click();
    let left = 60;
    while ((await log().count()) && left-- > 0) {
      const [, done] = (await page.getByText(/^\d+:\d+ · \d+ of \d+ sets$/).textContent()).match(/(\d+) of/);
      await log().click();
      await page.getByText(new RegExp(`^\\d+:\\d+ · ${Number(done) + 1} of \\d+ sets$`)).waitFor();
    }
    const was = (await workouts()).length;
    await button("Finish workout").dblclick();
    await page.getByRole("heading", { name: "Well done" }).waitFor();
    await checkAccess(page, "summary");
    await page.getByLabel("How was it?").fill("Strong today");
    await page.getByLabel("How was it?").blur();
    await allSent(page);
    const all = await workouts();
    assert.equal(all.length, was + 1);
    const [newest] = all;
    assert.ok(newest.session_id && newest.plan_id, "it is the plan's session");
    const [first, second] = newest.exercises;
    assert.equal(first.notes, "Seat 4");
    assert.equal(first.sets.at(-1).kind, "drop");
    assert.ok(first.sets.some((set) => set.weight_kg === 41.5 && set.reps === 6));
    assert.equal(second.exercise_id, "landmine-press");
    assert.ok(first.superset && first.superset === second.superset, "they are a superset");
    assert.ok(newest.ended_at);
    assert.equal(newest.notes, "Strong today");
    await button("Done", { exact: true }).click();
    await page.getByText("kcal left").waitFor();
  });

  test("an empty session is trained without a network and survives being closed; the server has it once", async () => {
    const context = page.context();
    const was = (await workouts()).length;
    await page.goto(`${stage.server.url}/session`);
    await button("Empty workout").waitFor();
    await page.waitForTimeout(500); // the exercises are kept by then
    await checkAccess(page, "start");
    await context.setOffline(true);
    await button("Empty workout").click();
    await button("Add exercise").first().click();
    await page.getByLabel("Search exercises").fill("pull up");
    await checkAccess(page, "picking an exercise");
    await button(/^Pull-Up\b(?!.*(Assist|Band))/).first().click();
    await page.getByRole("textbox", { name: "Reps" }).fill("9");
    await log().click();
    await button(/^Set 1, done.*9 reps/).waitFor();
    await onDisk(page);
    await page.reload();
    await button(/^Set 1, done.*9 reps/).waitFor();
    await button("Finish", { exact: true }).click();
    await page.getByText(/left out. What you did counts/).waitFor();
    await checkAccess(page, "finishing early");
    await button("Finish workout").click();
    await page.getByRole("heading", { name: "Well done" }).waitFor();
    await page.getByText(/Saved on this device/).waitFor();
    await page.reload();
    await page.getByRole("heading", { name: "Well done" }).waitFor();
    await context.setOffline(false);
    await allSent(page);
    const all = await workouts();
    assert.equal(all.length, was + 1);
    assert.deepEqual(all[0].exercises.map((each) => [each.exercise_id, each.sets.length, each.sets[0].reps]), [["pull-up", 1, 9]]);
  });

  test("discarding asks, and leaves nothing", async () => {
    const was = (await workouts()).length;
    await page.goto(`${stage.server.url}/session?free=1`);
    await button("Session menu").click();
    await button("Discard session").click();
    await page.getByText("Nothing is logged yet.").waitFor();
    await checkAccess(page, "discarding");
    await button("Discard session").click();
    await page.getByText("kcal left").waitFor();
    assert.equal(await running().count(), 0);
    assert.equal((await workouts()).length, was);
    assert.deepEqual(page.complaints.filter((text) => !/net::ERR_INTERNET_DISCONNECTED|Failed to load resource/.test(text)), []);
  });
});

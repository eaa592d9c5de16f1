// Training: a plan is made and trained by, a workout is changed, repeated and deleted, an exercise is read; and 5,000 workouts scroll.
import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { afterEach, before, test } from "node:test";
import { checkAccess } from "./support/axe.mjs";
import { open, shotOfFailure } from "./support/browser.mjs";
import { allSent, ask, signIn, until } from "./support/flows.mjs";
import { inEachTheme } from "./support/stage.mjs";

const DAY_MS = 864e5;
const [MANY, BATCH] = [5000, 100];

inEachTheme("training", (theme, stage) => {
  const email = `leo-${theme}@example.com`;
  let page;
  before(async () => {
    await stage.server.fitzen("demo", "--email", email, "--days", "120");
    page = await open(stage.browser, { theme });
  });
  afterEach((context) => shotOfFailure(page, context));

  const heading = (name) => page.getByRole("heading", { name, level: 1 });
  const button = (name) => page.getByRole("button", { name });
  const plans = async () => (await ask(page, "/api/workouts/plans/me?limit=50")).items;
  const to = async (path) => {
    await page.goto(`${stage.server.url}${path}`);
  };

  test("sees the week, the next session and the doors", async () => {
    await signIn(page, stage.server, email);
    await page.getByRole("link", { name: "Train" }).click();
    await button(/^Start /).waitFor();
    await page.getByText("Recent workouts").waitFor();
    await checkAccess(page, "train");
  });

  test("goes through the plan, and reads why", async () => {
    await button("My plan").click();
    await page.getByText(/^Week \d of \d$/).last().waitFor();
    await page.getByText(/RIR/).first().waitFor();
    await checkAccess(page, "plan");
    const before = await page.getByRole("heading", { name: /^Week \d of/ }).textContent();
    await button("Later week").click();
    await page.getByRole("heading", { name: /^Week \d of/ }).and(page.locator(`:not(:text-is("${before}"))`)).waitFor();
    await page.getByRole("radio", { name: /Lighter week/ }).first().click();
    await page.getByText(/^A lighter week/).waitFor();
    await button("All reasons and sources").click();
    await button(/Pelland 2025/).waitFor();
    await checkAccess(page, "plan, why");
  });

  test("pauses the plan and takes it up again", async () => {
    const active = (await plans()).find((plan) => plan.status === "active");
    await button("Pause this plan").click();
    await checkAccess(page, "pause");
    await page.getByRole("dialog").getByRole("button", { name: "Pause this plan" }).click();
    await page.getByRole("main").getByText("A plan made for you").last().waitFor();
    await until(plans, (all) => all.every((plan) => plan.status !== "active"));
    await button(new RegExp(`^${active.name}`)).first().click();
    await button("Train by this plan").click();
    await page.getByText(/^Week \d of \d$/).last().waitFor();
    await until(plans, (all) => all.find((plan) => plan.id === active.id).status === "active");
  });

  test("makes a plan: what cannot be made is said, then one is looked at and trained by", async () => {
    const earlier = (await plans()).length;
    await button("Make another plan").click();
    await heading("A plan for you").waitFor();
    await checkAccess(page, "plan, new");
    await page.getByRole("radio", { name: "Get stronger or faster" }).click();
    await page.getByRole("group", { name: "Minutes a session" }).getByRole("button").first().click();
    await page.getByLabel("Leave out").fill("zorkmid lifts");
    await button("Make my plan").click();
    await page.getByText(/I know no exercise, muscle or injury called/).waitFor();
    await page.reload(); // what was chosen is kept
    await page.getByRole("radio", { name: "Get stronger or faster", checked: true }).waitFor();
    await page.getByLabel("Leave out").fill("burpees");
    await button("Make my plan").click();
    await page.getByText("Look it over.", { exact: false }).waitFor();
    await checkAccess(page, "plan, preview");
    const made = (await plans())[0];
    assert.equal(made.status, "proposed");
    assert.equal(made.given.goal, "perform");
    await button("Train by this plan").click();
    await heading(made.name).waitFor();
    await until(plans, (all) => all.find((plan) => plan.id === made.id).status === "active");
    assert.equal((await plans()).length, earlier + 1);
    assert.equal((await plans()).filter((plan) => plan.status === "active").length, 1);
  });

  test("finds a workout, changes it without a network, and the server has the change", async () => {
    await to("/history");
    await page.getByTestId("workout-row").first().waitFor();
    await checkAccess(page, "history");
    await page.getByLabel("Search by name or exercise").fill("bench");
    await page.getByRole("link", { name: /^Upper/ }).first().click();
    await button("Do it again").waitFor();
    await checkAccess(page, "workout");
    const id = new URL(page.url()).pathname.split("/").at(-1);
    await page.context().setOffline(true);
    await button("Edit").click();
    await page.getByLabel("Notes").fill("With a belt");
    await page.getByRole("textbox", { name: /, reps$/ }).last().fill("12");
    await checkAccess(page, "workout, edit");
    await page.reload();
    await page.getByLabel("Notes").waitFor();
    assert.equal(await page.getByLabel("Notes").inputValue(), "With a belt");
    await button("Save").click();
    await button("Do it again").waitFor(); // a text area has its text too: only the view says that it is saved
    await page.getByText("With a belt").waitFor();
    await page.getByRole("img", { name: "Not sent yet" }).first().waitFor();
    await page.context().setOffline(false);
    await allSent(page);
    const workout = await ask(page, `/api/workouts/me/${id}`);
    assert.equal(workout.notes, "With a belt");
    assert.equal(workout.exercises.at(-1).sets.at(-1).reps, 12);
  });

  test("deletes a workout once that is confirmed", async () => {
    const id = new URL(page.url()).pathname.split("/").at(-1);
    await button("Delete").click();
    await checkAccess(page, "delete a workout");
    await page.getByRole("dialog").getByRole("button", { name: "Delete" }).click();
    await until(() => ask(page, `/api/workouts/me/${id}`), ({ status }) => status === 404);
  });

  test("finds an exercise, reads how it went and what can stand in for it", async () => {
    await to("/exercises");
    await page.getByText("546 exercises").waitFor();
    await checkAccess(page, "exercises");
    await page.getByLabel("Search exercises").fill("bench pres");
    await page.getByRole("link", { name: /^Barbell Bench Press/ }).click();
    await page.getByRole("img", { name: /^Estimated max from/ }).waitFor();
    await button("Show as a table").click();
    await page.getByRole("row").nth(1).waitFor();
    await checkAccess(page, "exercise");
    await button(/^Dumbbell Bench Press/).click();
    await heading("Dumbbell Bench Press").waitFor();
  });

  test("adds an exercise of one's own without a network", async () => {
    await to("/exercises");
    await page.getByText("546 exercises").waitFor();
    await page.context().setOffline(true);
    await button("Add an exercise of my own").first().click();
    const sheet = page.getByRole("dialog");
    await sheet.getByLabel("Name").fill("Cliff row");
    await sheet.getByRole("group", { name: "What it trains" }).getByRole("checkbox", { name: "Lats" }).click();
    await sheet.getByRole("radio", { name: "Row", exact: true }).click();
    await checkAccess(page, "own exercise");
    await sheet.getByRole("button", { name: "Save" }).click();
    await heading("Cliff row").waitFor();
    await page.context().setOffline(false);
    await until(() => ask(page, "/api/exercises?q=cliff%20row"), ({ items }) => items.some((each) => each.name === "Cliff row"));
  });

  test("sees the sets of each muscle, week by week", async () => {
    await to("/volume");
    await button(/^Chest/).click();
    await page.getByRole("img", { name: /^Sets of Chest/ }).waitFor();
    await checkAccess(page, "volume");
    await button("Week before").click();
    await page.getByText("Last week").waitFor();
  });

  test("opens all of it without a network", async () => {
    await page.context().setOffline(true);
    for (const path of ["/train", "/plan", "/history", "/exercises", "/exercise/barbell-back-squat", "/volume"]) {
      await to(path);
      await page.getByRole("heading", { level: 1 }).waitFor();
    }
    await page.getByText("Large muscles").waitFor();
    await page.context().setOffline(false);
    assert.deepEqual(page.complaints.filter((text) => !/ERR_INTERNET_DISCONNECTED|Failed to fetch|status of (404|422)/.test(text)), []);
  });

  test("of 5,000 workouts only what is in sight is in the page, and it scrolls", { skip: theme !== "light" && "one theme is enough" }, async (context) => {
    const big = await open(stage.browser, { theme });
    try {
      await signIn(big, stage.server, "many@example.com");
      await big.getByRole("button", { name: "Skip all for now" }).click();
      await big.getByRole("link", { name: "Train" }).waitFor({ timeout: 30_000 });
      for (let from = 0; from < MANY; from += BATCH) {
        const { results } = await ask(big, "/api/sync", { method: "POST", body: JSON.stringify({ ops: Array.from({ length: BATCH }, (_, place) => opOf(from + place)) }) });
        assert.ok(results.every((each) => each.status === "applied"));
      }
      await big.goto(`${stage.server.url}/history`);
      await big.getByText("5,000 workouts").waitFor({ timeout: 60_000 });
      let since = Date.now();
      await big.goto(`${stage.server.url}/history`);
      await big.getByTestId("workout-row").first().waitFor();
      context.diagnostic(`opens in ${Date.now() - since} ms`);
      const { frames, most, far } = await big.evaluate(scrolled);
      frames.sort((a, b) => a - b);
      context.diagnostic(`a frame takes ${frames[frames.length >> 1].toFixed(1)} ms in the middle, ${frames[Math.floor(frames.length * 0.95)].toFixed(1)} ms at the 95th of a hundred`);
      assert.ok(most < 80, `${most} rows are in the page`);
      assert.ok(far > 20_000, `it scrolled ${far} px`);
      since = Date.now();
      await big.getByLabel("Search by name or exercise").fill("number 4321");
      await big.getByText("1 workout", { exact: true }).first().waitFor();
      context.diagnostic(`a search takes ${Date.now() - since} ms`);
      await checkAccess(big, "5,000 workouts, searched");
    } finally {
      await big.context().close();
    }
  });
});

function opOf(number) {
  const at = Date.parse("2026-11-20T18:00:00Z") - number * DAY_MS;
  const sets = Array.from({ length: 3 }, (_, place) => ({ reps: 5 + place, weight_kg: 60 + (number % 40), rir: 2 }));
  const body = { name: number === 4321 ? "Number 4321" : "Full body", started_at: new Date(at).toISOString(), ended_at: new Date(at + 36e5).toISOString(), exercises: ["barbell-back-squat", "barbell-bench-press", "barbell-row"].map((exercise_id) => ({ exercise_id, sets })) };
  return { op_id: randomUUID(), kind: "workout", id: randomUUID(), action: "create", body };
}

/** Scroll the longest list of the page, a third of a screen a frame; runs in the browser. */
async function scrolled() {
  const long = [...document.querySelectorAll("*")].filter((each) => each.scrollHeight > each.clientHeight + 5000 && getComputedStyle(each).overflowY !== "visible");
  const box = long.sort((a, b) => b.scrollHeight - a.scrollHeight)[0];
  const frames = [];
  let [last, most] = [performance.now(), 0];
  for (let frame = 0; frame < 120; frame++) {
    box.scrollTop += 300;
    await new Promise((resolve) => requestAnimationFrame(resolve));
    frames.push(performance.now() - last);
    last = performance.now();
    most = Math.max(most, document.querySelectorAll('[data-testid="workout-row"]').length);
  }
  return { frames, most, far: box.scrollTop };
}

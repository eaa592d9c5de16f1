// Goals, habits, records and the review: what is not safe is refused at its field; ticks and goals made without a network arrive once; a picture.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { afterEach, before, test } from "node:test";
import { checkAccess } from "./support/axe.mjs";
import { open, shotOfFailure } from "./support/browser.mjs";
import { allSent, ask, onDisk, signIn } from "./support/flows.mjs";
import { inEachTheme } from "./support/stage.mjs";

inEachTheme("goals, habits and the review", (theme, stage) => {
  const email = `kim-${theme}@example.com`;
  let page;
  const go = (path) => page.goto(`${stage.server.url}${path}`);
  before(async () => {
    await stage.server.fitzen("demo", "--email", email);
    page = await open(stage.browser, { theme, acceptDownloads: true });
    page.setDefaultTimeout(20_000);
    await signIn(page, stage.server, email);
    await page.getByRole("checkbox", { name: "Walk 8,000 steps" }).waitFor();
  });
  afterEach((context) => shotOfFailure(page, context));

  test("sees every goal, how far it is and when it is reached", async () => {
    await go("/goals");
    await page.getByRole("link", { name: /Bench press 110 kg.*Expected about/ }).waitFor();
    await checkAccess(page, "goals");
    await page.getByRole("link", { name: /Bench press 110 kg/ }).click();
    await page.getByRole("img", { name: /the target is 110.kg/ }).waitFor();
    await checkAccess(page, "goal");
  });

  test("is told at the field what is not safe, and sets what is", async () => {
    await go("/goal/new");
    await page.getByRole("button", { name: /^Body weight/ }).waitFor();
    await checkAccess(page, "kinds of goals");
    await page.getByRole("button", { name: /^Body weight/ }).click();
    await page.getByLabel("Target (kg)").fill("62");
    await page.getByRole("radio", { name: "4 weeks" }).click();
    await page.getByRole("button", { name: "Set the goal" }).click();
    await page.getByRole("alert").first().waitFor();
    await checkAccess(page, "goal, refused");
    assert.equal(await page.getByLabel("Target (kg)").inputValue(), "62");
    await page.reload(); // what was typed is kept
    assert.equal(await page.getByLabel("Target (kg)").inputValue(), "62");
    await page.getByLabel("Target (kg)").fill("83");
    await page.getByRole("radio", { name: "26 weeks" }).click();
    await page.getByRole("button", { name: "Set the goal" }).click();
    await page.getByRole("heading", { name: /^Weigh 83/ }).waitFor();
    const { items } = await ask(page, "/api/goals/me");
    assert.equal(items.filter((goal) => goal.kind === "weight" && goal.target_value === 83).length, 1);
  });

  test("makes a goal and ticks habits without a network, and the server has each once", async () => {
    await go("/goal/new");
    await page.getByRole("button", { name: /^Something else/ }).click();
    await page.context().setOffline(true);
    await page.getByLabel("Name", { exact: true }).fill("Swim 20 lengths");
    await page.getByLabel("Target", { exact: true }).fill("20");
    await page.getByLabel("Where you are now").fill("5");
    await page.getByRole("button", { name: "Set the goal" }).click();
    await page.getByRole("heading", { name: "Swim 20 lengths" }).waitFor();
    await page.getByText("Worked out when you are online").waitFor();
    await go("/habits");
    await page.getByRole("checkbox", { name: "Walk 8,000 steps" }).click();
    await page.getByRole("checkbox", { name: "Walk 8,000 steps", checked: true }).waitFor();
    await checkAccess(page, "habits, offline");
    await onDisk(page);
    await page.reload();
    await page.getByRole("checkbox", { name: "Walk 8,000 steps", checked: true }).waitFor();
    await page.context().setOffline(false);
    await allSent(page);
    const habits = await ask(page, "/api/habits/me");
    const walk = habits.items.find((habit) => habit.name === "Walk 8,000 steps");
    assert.equal(walk.today.value, 8000);
    assert.match(await page.getByRole("checkbox", { name: "Walk 8,000 steps" }).innerText(), /8,000 of 8,000/);
    const goals = await ask(page, "/api/goals/me");
    assert.equal(goals.items.filter((goal) => goal.title === "Swim 20 lengths").length, 1);
  });

  test("looks at a habit by month and year, sees the same strength as the server, and goes on vacation", async () => {
    await page.getByRole("button", { name: "Open Walk 8,000 steps" }).click();
    await page.getByRole("heading", { name: "Calendar" }).waitFor();
    await checkAccess(page, "habit");
    const habits = await ask(page, "/api/habits/me");
    const walk = habits.items.find((habit) => habit.name === "Walk 8,000 steps");
    await page.getByText(`${Math.round(walk.strength)} of 100`).waitFor();
    // Both may be the same number: each is looked for beside its own word.
    for (const [word, count] of [["In a row now", walk.streak.current], ["Best so far", walk.streak.longest]]) {
      const run = page.getByText(word, { exact: true }).locator("..");
      await run.getByText(`${count} ${count === 1 ? "day" : "days"}`, { exact: true }).waitFor();
    }
    await page.getByRole("radio", { name: "Year" }).click();
    await page.getByRole("img", { name: /in the last year: done on/ }).waitFor();
    await checkAccess(page, "habit, year");
    await page.getByRole("button", { name: "Back" }).click();
    await page.getByRole("button", { name: "Plan a vacation" }).click();
    await checkAccess(page, "vacation");
    await page.getByRole("dialog").getByRole("button", { name: "Save" }).click();
    await page.getByText(/^On vacation until/).waitFor();
    await allSent(page);
    assert.equal((await ask(page, "/api/habits/me/vacation")).on, true);
    await page.getByRole("button", { name: "I am back" }).click();
    await page.getByRole("button", { name: "Plan a vacation" }).waitFor();
    await allSent(page);
    assert.equal((await ask(page, "/api/habits/me/vacation")).on, false);
  });

  test("sees the records", async () => {
    await go("/records");
    await page.getByText(/ of 26$/).waitFor();
    await checkAccess(page, "records");
    await page.getByRole("radio", { name: "By exercise" }).click();
    await page.getByText("Heaviest by reps").first().waitFor();
    await checkAccess(page, "records by exercise");
  });

  test("looks back on a week without a network, and shares it as a picture without the weight", async () => {
    await go("/review");
    await page.getByRole("heading", { name: "Training" }).waitFor();
    await page.context().setOffline(true);
    await page.reload();
    await page.getByRole("button", { name: "Earlier" }).click();
    await page.getByText(/against the week before|As much as the week before/).first().waitFor();
    await checkAccess(page, "review");
    await page.getByRole("button", { name: "Share as a picture" }).click();
    const picture = page.getByRole("img", { name: /^Picture of/ });
    assert.doesNotMatch(await picture.getAttribute("aria-label"), /weight/);
    await checkAccess(page, "picture");
    const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("dialog").getByRole("button", { name: "Share", exact: true }).click()]);
    const png = await readFile(await download.path());
    assert.deepEqual([png.subarray(1, 4).toString(), png.readUInt32BE(16), png.readUInt32BE(20)], ["PNG", 1080, 1350]);
    assert.ok(png.length > 40_000, `a picture of ${png.length} bytes has little on it`);
    await page.context().setOffline(false);
    assert.deepEqual(page.complaints.filter((text) => !/ERR_INTERNET_DISCONNECTED|Failed to fetch/.test(text)), []);
  });
});

// Today: what it asks for when it is opened, and that what it shows without a network is what the server says once it has all.
import assert from "node:assert/strict";
import { afterEach, before, test } from "node:test";
import { open, shotOfFailure } from "./support/browser.mjs";
import { allSent, ask, onDisk, signIn } from "./support/flows.mjs";
import { inEachTheme } from "./support/stage.mjs";

const MOMENT_MS = 2500; // the app gets its provisions, for where there is no network, later than that

inEachTheme("today", (theme, stage) => {
  const email = `day-${theme}@example.com`;
  let page;
  const button = (name, options) => page.getByRole("button", { name, ...options });
  const post = (path, body) => ask(page, path, { method: "POST", body: JSON.stringify(body) });
  const tab = (name) => page.getByRole("link", { name, exact: true }).click();
  const ring = async () => {
    const label = page.getByRole("img", { name: /of [\d,]+ kcal, .* of protein/ }).last();
    await label.waitFor();
    return (await label.getAttribute("aria-label")).split(" ")[0].replace(",", "");
  };
  const shows = async (kcal) => {
    await page.getByRole("img", { name: new RegExp(`^${kcal.toLocaleString("en-GB")} of [\\d,]+ kcal, `) }).last().waitFor();
    assert.equal(await ring(), String(kcal));
  };

  before(async () => {
    page = await open(stage.browser, { theme });
    await signIn(page, stage.server, email);
    await page.getByRole("heading", { name: "What do you want?" }).waitFor();
    await post("/api/users/me/onboarding", { goal: "maintain", birth_date: "1990-05-17", sex: "female", height_cm: 168, time_zone: "Europe/Madrid" });
    await post("/api/measurements", { metric: "weight_kg", value: 64, taken_at: new Date().toISOString() });
    const at = await page.evaluate(() => new Intl.DateTimeFormat("sv-SE", { dateStyle: "short", timeStyle: "medium", timeZone: "Europe/Madrid" }).format(new Date()).replace(" ", "T"));
    const [oats] = (await ask(page, "/api/foods?q=oats%20dry")).items;
    await post("/api/nutrition/meals", { eaten_at: `${at}+01:00`, slot: "breakfast", items: [{ food_id: oats.id, amount: 60, unit: "g" }] });
    await post("/api/nutrition/meals", { eaten_at: `${at}+01:00`, slot: "lunch", items: [{ custom: true, name: "Pasta", amount: 1, unit: "serving", nutrients: { energy_kcal: 612.3, protein_g: 20.4 } }] });
    await page.reload();
    await shows(840); // 227.4 and 612.3
  });
  afterEach((context) => shotOfFailure(page, context));

  test("is one request besides sync", async () => {
    await page.evaluate(() => localStorage.removeItem("fitzen.computed")); // what was answered a moment ago would do
    const asked = [];
    const hear = (request) => asked.push(`${request.method()} ${new URL(request.url()).pathname}`);
    page.on("request", hear);
    await page.reload();
    await shows(840);
    await page.waitForTimeout(MOMENT_MS);
    page.off("request", hear);
    assert.deepEqual(
      asked.filter((each) => each.includes(" /api/") && !each.endsWith("/sync")),
      ["GET /api/users/me/today"],
    );
  });

  test("counts without a network what was eaten, changed and taken away, as the server does after it", async () => {
    await page.context().setOffline(true);
    await tab("Eat");
    await button(/Pasta/).click();
    await button("Delete this meal").click();
    await button("Add food", { exact: true }).waitFor();
    await button(/Oats, dry/).click();
    await button(/^Oats, dry/).last().click();
    await page.getByRole("dialog").getByLabel(/^Amount/).fill("85");
    await page.getByRole("dialog").getByRole("button", { name: "Done" }).click();
    await button("Back").click();
    await tab("Today");
    await shows(322); // 85 g with 379 kcal in 100 g
    await button("Add 250 ml").click();
    await page.getByText("250 ml", { exact: true }).last().waitFor();
    await tab("Eat");
    await button("Add to Snack").click();
    await button("Add Oats, dry").click();
    await button(/^Save Snack/).click();
    await button("Add food", { exact: true }).waitFor();
    await tab("Today");
    const offline = await ring();
    assert.notEqual(offline, "322");
    await onDisk(page);
    await page.reload();
    await shows(Number(offline));
    await page.context().setOffline(false);
    await allSent(page);
    await page.getByText(/wait to be sent/).waitFor({ state: "detached" });
    const { eaten } = await ask(page, "/api/users/me/today");
    assert.equal(String(Math.round(eaten.energy_kcal)), offline);
    assert.equal(eaten.water_ml, 250);
    await shows(Number(offline));
  });
});

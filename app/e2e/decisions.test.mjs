// The same thing changed in two places, and a change that the server does not take: what a person sees of it, and decides.
import assert from "node:assert/strict";
import { afterEach, before, test } from "node:test";
import { checkAccess } from "./support/axe.mjs";
import { open, shotOfFailure } from "./support/browser.mjs";
import { ask, onDisk, signIn } from "./support/flows.mjs";
import { inEachTheme } from "./support/stage.mjs";

inEachTheme("decisions", (theme, stage) => {
  const email = `dora-${theme}@example.com`;
  let page;
  before(async () => {
    await stage.server.fitzen("demo", "--email", email, "--days", "30");
    page = await open(stage.browser, { theme });
  });
  afterEach((context) => shotOfFailure(page, context));

  /** Ask the server as another device of the person. */
  const elsewhere = async (path, init) => {
    const access = await page.evaluate(() => JSON.parse(localStorage.getItem("fitzen.session")).access);
    const answer = await fetch(`${stage.server.url}${path}`, { ...init, headers: { Authorization: `Bearer ${access}`, "Content-Type": "application/json" } });
    assert.ok(answer.ok, `${path}: ${answer.status}`);
    return answer.json();
  };

  test("what was changed in two places is said on Today, with what differs", async () => {
    await signIn(page, stage.server, email);
    await page.getByText("kcal left").waitFor();
    const me = await ask(page, "/api/users/me");
    await page.goto(`${stage.server.url}/you/profile`);
    const name = page.getByLabel("What shall we call you?");
    await name.waitFor();
    await page.context().setOffline(true);
    await name.fill("Dora of here");
    await name.blur();
    await page.getByRole("img", { name: "Not sent yet" }).first().waitFor();
    await onDisk(page);
    await elsewhere("/api/users/me", { method: "PATCH", body: JSON.stringify({ name: "Dora of there", height_cm: (me.height_cm ?? 170) + 1 }) });
    await page.context().setOffline(false);
    await page.getByRole("img", { name: "Not sent yet" }).first().waitFor({ state: "detached", timeout: 20_000 });
    await page.goto(stage.server.url);
    await page.getByRole("link", { name: "1 change waits for your decision" }).last().waitFor();
    await checkAccess(page, "today, a decision waits");
    await page.getByText("1 change waits for your decision").click();
    await page.getByRole("heading", { name: "Your decisions" }).waitFor();
    await page.getByLabel("Yours, Name").getByText("Dora of here").waitFor();
    await page.getByLabel("The other, Name").getByText("Dora of there").waitFor();
    await page.getByLabel("The other, Height").waitFor();
    assert.equal(await page.getByLabel("Yours, Sex").count(), 0);
    await checkAccess(page, "decisions");
  });

  test("signing out asks about it, and leads back", async () => {
    await page.goto(`${stage.server.url}/you`);
    await page.getByRole("button", { name: "Sign out" }).click();
    await page.getByRole("dialog").getByText("1 change was not taken by the server and waits for your decision.").waitFor();
    await checkAccess(page, "sign out, a decision waits");
    await page.getByRole("dialog").getByRole("button", { name: "Decide first" }).click();
    await page.getByRole("heading", { name: "Your decisions" }).waitFor();
  });

  test("mine is kept, and the server has it", async () => {
    await page.getByRole("button", { name: "Keep mine" }).click();
    await page.getByText("Nothing waits for you").waitFor();
    await checkAccess(page, "decisions, none");
    const until = Date.now() + 15_000;
    while ((await ask(page, "/api/users/me")).name !== "Dora of here" && Date.now() < until) await page.waitForTimeout(200);
    assert.equal((await ask(page, "/api/users/me")).name, "Dora of here");
  });
});

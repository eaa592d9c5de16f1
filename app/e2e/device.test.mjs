// Links from outside: to a screen, to what the server names, to nothing; signed out too. And the page of this device.
import assert from "node:assert/strict";
import { afterEach, before, test } from "node:test";
import { checkAccess } from "./support/axe.mjs";
import { open, shotOfFailure } from "./support/browser.mjs";
import { allSent, ask, giveHealth, until } from "./support/flows.mjs";
import { inEachTheme } from "./support/stage.mjs";

inEachTheme("this device", (theme, stage) => {
  const email = `leo-${theme}@example.com`;
  let page;
  before(async () => {
    await stage.server.fitzen("demo", "--email", email, "--days", "30");
    page = await open(stage.browser, { theme, permissions: ["notifications"] });
  });
  afterEach((context) => shotOfFailure(page, context));

  const at = (path) => page.waitForURL(`${stage.server.url}${path}`);

  test("what nothing is at leads to signing in, signed out", async () => {
    await page.goto(`${stage.server.url}/no/such/place`);
    await at("/sign-in");
  });

  test("a link that is opened signed out is followed after signing in", async () => {
    await page.goto(`${stage.server.url}/you/phone`);
    await at("/sign-in");
    await page.getByLabel("Email or phone number").fill(email);
    await page.getByRole("button", { name: "Send code" }).click();
    await page.getByLabel("6-digit code").waitFor();
    await page.getByLabel("6-digit code").fill(await stage.server.code(email));
    await at("/you/phone");
    await page.getByRole("heading", { name: "This device" }).waitFor();
  });

  test("says what this device does, and offers no lock in a browser", async () => {
    await page.getByText("On. Reminders come here", { exact: false }).waitFor();
    await page.getByText("only while Fitzen is open", { exact: false }).waitFor();
    assert.equal(await page.getByRole("switch").count(), 0);
    await checkAccess(page, "this device");
  });

  test("says what is done with health data", async () => {
    await page.getByRole("button", { name: "How your data is used" }).click();
    await at("/privacy");
    await checkAccess(page, "privacy");
    await page.getByRole("button", { name: "Back" }).click();
    await at("/you/phone");
  });

  test("a reminder leads to what it is about", async () => {
    const { id } = await ask(page, "/api/reminders", { method: "POST", body: JSON.stringify({ kind: "workout", title: "Train", at_local: "18:00" }) });
    await page.goto(`${stage.server.url}/due/${id}`);
    await at("/train");
  });

  test("what nothing is at leads to Today", async () => {
    await page.goto(`${stage.server.url}/no/such/place`);
    await at("/");
    await page.goto(`${stage.server.url}/due/6f9619ff-8b86-4d01-b42d-00cf4fc964ff`);
    await at("/");
  });

  test("a reminder that is due shows while the app is open", async () => {
    const due = new Date(Date.now() + 5000).toISOString();
    await ask(page, "/api/reminders", { method: "POST", body: JSON.stringify({ kind: "custom", title: "Stand up", once_at: due }) });
    await page.reload();
    const shown = () => page.evaluate(async () => (await (await navigator.serviceWorker.ready).getNotifications()).map((each) => each.title));
    assert.deepEqual(await until(shown, (titles) => titles.length > 0, { ms: 20_000 }), ["Stand up"]);
  });

  test("a browser has no health data; of one that was given some, a weight is read once", async () => {
    await page.goto(`${stage.server.url}/you/phone`);
    await page.getByText("Fitzen reads and writes health data on an iPhone", { exact: false }).waitFor();
    const at = Math.floor(Date.now() / 1000) * 1000 - 36e5;
    await giveHealth(page, { weight: [{ at, kg: 71.4 }] });
    await page.reload();
    const reads = page.getByRole("group", { name: "Read into Fitzen" });
    await reads.waitFor();
    assert.equal(await reads.getByRole("switch").count(), 5);
    await checkAccess(page, "health data");
    const read = async () => (await ask(page, "/api/measurements/me?metric=weight_kg&limit=100")).items.filter((each) => each.source === "health").map((each) => [each.value, Date.parse(each.taken_at)]);
    assert.deepEqual(await read(), []);
    await reads.getByRole("switch", { name: "Weight" }).click();
    await page.getByText(/^Last read /).waitFor();
    await checkAccess(page, "health data, read");
    assert.deepEqual(await until(read, ({ length }) => length > 0), [[71.4, at]]);
    await page.reload();
    await page.getByRole("button", { name: "Read now" }).click();
    await page.getByText(/^Last read /).waitFor();
    await page.goto(`${stage.server.url}/measure/weight_kg`);
    await page.getByRole("button", { name: /71\.4 kg/ }).first().waitFor();
    await allSent(page);
    assert.equal((await read()).length, 1);
  });

  test("the console stays quiet", () => assert.deepEqual(page.complaints, []));
});

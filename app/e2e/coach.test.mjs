// The coach: an answer that streams, a draft that is confirmed and taken back, sources, and what is left without a network.
import assert from "node:assert/strict";
import { afterEach, before, test } from "node:test";
import { checkAccess } from "./support/axe.mjs";
import { open, shotOfFailure } from "./support/browser.mjs";
import { ask, signIn, until } from "./support/flows.mjs";
import { inEachTheme } from "./support/stage.mjs";

/** From this width on the chats stand beside the one that is open, as `features/coach/screen` has it. */
const ROOMY = 1100;

inEachTheme("the coach", (theme, stage) => {
  const email = `eva-${theme}@example.com`;
  let page;
  before(async () => {
    await stage.server.fitzen("demo", "--email", email, "--days", "60");
    page = await open(stage.browser, { theme });
  });
  afterEach((context) => shotOfFailure(page, context));

  const box = () => page.getByLabel("Message to the coach");
  const say = async (text) => {
    await box().fill(text);
    await box().press("Enter");
  };
  const meals = async () => (await ask(page, "/api/nutrition/meals/me?limit=100")).items.filter((meal) => meal.items.some((item) => /pistachio/i.test(item.name)));

  test("opens with what fits now", async () => {
    await signIn(page, stage.server, email);
    await page.getByRole("link", { name: "Coach" }).click();
    await page.getByRole("group", { name: "Suggestions" }).getByRole("button").first().waitFor();
    await checkAccess(page, "coach, empty");
  });

  test("drafts a meal, logs it once it is confirmed, and takes it back", async () => {
    await say("I ate 60 g of pistachios");
    const confirm = page.getByRole("button", { name: /^Confirm/ });
    await confirm.waitFor();
    await checkAccess(page, "meal draft");
    assert.equal((await meals()).length, 0);
    await confirm.click();
    await page.getByText("Done", { exact: true }).waitFor();
    const undo = page.getByRole("button", { name: /^Undo/ });
    await undo.and(page.locator(":not([disabled])")).waitFor();
    assert.equal((await meals()).length, 1);
    await undo.click();
    await page.getByText("Taken back", { exact: true }).waitFor();
    await until(meals, (left) => left.length === 0);
  });

  test("shows where figures come from", async () => {
    await say("Why do I need protein?");
    await page.getByRole("button", { name: /source|protein/i }).first().click();
    await checkAccess(page, "sources");
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("button", { name: /protein/i }).first().click();
    await dialog.getByText("References").waitFor();
    await checkAccess(page, "article");
    await page.getByRole("button", { name: "Close" }).click();
  });

  test("sets a warning apart, with the number to call", async () => {
    await say("I have chest pain when I run");
    await page.getByRole("link", { name: "Call 112" }).first().waitFor();
    await checkAccess(page, "safety");
  });

  test("keeps a message that could not be sent, and sends it once", async () => {
    await page.route("**/api/chat/message", (route) => route.abort());
    await say("How is my squat going?");
    await page.getByRole("button", { name: "Send again" }).waitFor();
    await page.reload();
    await page.getByRole("button", { name: "Send again" }).waitFor();
    await checkAccess(page, "failed");
    await page.unroute("**/api/chat/message");
    await page.getByRole("button", { name: "Send again" }).click();
    await page.getByText(/Squat: /).first().waitFor();
    const { items } = await ask(page, "/api/chat/history/me?limit=100");
    assert.equal(items.filter((each) => each.text === "How is my squat going?").length, 1);
  });

  test("opens old chats without a network, and keeps what is typed", async () => {
    await page.context().setOffline(true);
    await page.getByText(/^You are offline/).waitFor();
    await box().fill("for later");
    await page.reload();
    await page.getByText("I have chest pain when I run").waitFor();
    await page.getByText(/^You are offline/).waitFor();
    assert.equal(await box().inputValue(), "for later");
    assert.ok(await page.getByRole("button", { name: "Send", exact: true }).isDisabled());
    await checkAccess(page, "coach, offline");
    await page.context().setOffline(false);
    await page.getByText(/^You are offline/).waitFor({ state: "detached" });
    await box().fill("");
  });

  test("remembers, and forgets when asked to", async () => {
    await say("Remember that I train in the mornings");
    await page.getByText(/train in the mornings/i).nth(1).waitFor();
    const confirm = page.getByRole("button", { name: /^Confirm/ });
    if (await confirm.count()) await confirm.first().click();
    await page.getByRole("button", { name: "What your coach remembers" }).click();
    const erase = page.getByRole("button", { name: /^Erase: .*mornings/ });
    await erase.waitFor({ timeout: 70_000 });
    await checkAccess(page, "memory");
    await erase.click();
    await erase.waitFor({ state: "detached" });
    await page.getByRole("button", { name: "Erase all" }).click(); // the demo has notes of its own
    await page.getByRole("dialog").getByRole("button", { name: "Erase all" }).click();
    await page.getByText("Nothing yet").waitFor();
    await until(() => ask(page, "/api/chat/memory/me"), ({ items }) => items.length === 0);
    await page.getByRole("button", { name: "Back" }).click();
  });

  test("deletes a chat", async () => {
    if (page.viewportSize().width < ROOMY) await page.getByRole("button", { name: "Chats" }).click();
    await checkAccess(page, "chats");
    await page.getByRole("button", { name: /^Delete chat/ }).click();
    await page.getByRole("button", { name: "Delete chat", exact: true }).click();
    await page.getByRole("group", { name: "Suggestions" }).waitFor();
    assert.equal((await ask(page, "/api/chat/history/me")).items.length, 0);
  });
});

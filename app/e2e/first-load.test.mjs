// What a first visit has to load before there is a screen: at most 700 kB of JavaScript, as gzip packs it.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { gzipSync } from "node:zlib";
import { launch, open } from "./support/browser.mjs";
import { signIn } from "./support/flows.mjs";
import { settle } from "./support/look.mjs";
import { startServer } from "./support/server.mjs";

const BUDGET = 700_000;

describe("the first load", () => {
  let browser, server;
  before(async () => {
    [browser, server] = await Promise.all([launch(), startServer()]);
  });
  after(async () => {
    await browser?.close();
    await server?.stop();
  });

  /** Load the app anew by `steps`; return the size of the scripts that its page asked for. */
  async function scriptsOf(steps) {
    const page = await open(browser, { serviceWorkers: "block" });
    const bodies = [];
    page.on("response", (answer) => answer.request().resourceType() === "script" && bodies.push(answer.body()));
    await steps(page);
    await settle(page);
    const sizes = (await Promise.all(bodies)).map((body) => gzipSync(body, { level: 9 }).length);
    await page.context().close();
    return sizes.reduce((sum, each) => sum + each, 0);
  }

  test("of somebody new, up to signing in", async (context) => {
    const size = await scriptsOf((page) => page.goto(server.url));
    context.diagnostic(`${Math.round(size / 1000)} kB`);
    assert.ok(size > 100_000 && size <= BUDGET, `${size} bytes`);
  });

  test("up to Today", async (context) => {
    await server.fitzen("demo", "--email", "alex@example.com", "--days", "30");
    const size = await scriptsOf((page) => signIn(page, server, "alex@example.com").then(() => page.getByRole("button", { name: "Add 250 ml" }).waitFor()));
    context.diagnostic(`${Math.round(size / 1000)} kB`);
    assert.ok(size > 100_000 && size <= BUDGET, `${size} bytes`);
  });
});

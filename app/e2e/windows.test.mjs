// Two windows of one browser: what is done in either is there once, whichever is in front, with and without a network. A disk
// that is full, one that the browser takes away, one that cannot be opened; a session that both renew, and that ends in both.
import assert from "node:assert/strict";
import { after, afterEach, before, test } from "node:test";
import { checkAccess } from "./support/axe.mjs";
import { open, shotOfFailure } from "./support/browser.mjs";
import { allSent, ask, onDisk, signIn, until } from "./support/flows.mjs";
import { inEachTheme } from "./support/stage.mjs";

const GLASS = 250;

inEachTheme("two windows", (theme, stage) => {
  const email = `iris-${theme}@example.com`;
  let a;
  let b;
  let drunk; // ml, on the day
  before(async () => {
    await stage.server.fitzen("demo", "--email", email, "--days", "3");
    a = await open(stage.browser, { theme });
    await signIn(a, stage.server, email);
    await a.getByRole("button", { name: "Add 250 ml" }).waitFor();
    drunk = (await ask(a, "/api/users/me/today")).eaten.water_ml;
    b = await opened();
  });
  after(() => a?.context().close());
  afterEach((context) => shotOfFailure(a, context));

  /** Another window of the same browser. */
  async function opened() {
    const page = await a.context().newPage();
    page.setDefaultTimeout(10_000);
    await page.goto(stage.server.url);
    await page.getByRole("button", { name: "Add 250 ml" }).waitFor();
    return page;
  }
  const total = (ml) => `${ml.toLocaleString("en-GB")} ml`;
  const shows = (page) => page.getByText(total(drunk), { exact: true }).first().waitFor();
  const drink = async (page) => {
    drunk += GLASS;
    await page.getByRole("button", { name: "Add 250 ml" }).click();
  };
  /** What a browser tells a window that somebody goes to; a tab of Playwright's is always in front. */
  const goTo = (page) => page.evaluate(() => void window.dispatchEvent(new Event("focus")));
  /** Go to a window until what `asked` returns of it is right: the other may have the account back meanwhile, for some ms. */
  const goUntil = (page, asked, right, within) =>
    until(
      async () => {
        await goTo(page);
        await page.waitForTimeout(200);
        return asked();
      },
      right,
      within,
    );
  const comesTo = async (page) => {
    await goUntil(page, () => page.getByText(total(drunk), { exact: true }).count(), Boolean, { ms: 10_000 });
    await shows(page);
  };
  const sends = (page) => goUntil(page, () => page.getByRole("img", { name: "Not sent yet" }).count(), (count) => count === 0);
  const waters = async () => (await ask(a, "/api/nutrition/water/me?limit=100")).items.map((each) => each.id);
  const sum = async () => (await ask(a, "/api/users/me/today")).eaten.water_ml;
  const offline = (is) => a.context().setOffline(is);

  async function holds() {
    for (const page of [a, b]) {
      await onDisk(page);
      await page.reload();
      await shows(page);
    }
    await allSent(b);
    assert.equal(await sum(), drunk);
    const ids = await waters();
    assert.equal(new Set(ids).size, ids.length);
  }

  test("the first return to the older one shows what the other did", async () => {
    await drink(b);
    await shows(b);
    await onDisk(b);
    await goTo(a);
    await shows(a);
    await drink(a);
    await shows(a);
    await holds();
  });

  test("side by side, one after the other, none the wiser", async () => {
    for (const page of [a, b, a, a, b]) {
      await drink(page);
      await page.waitForTimeout(50);
    }
    await comesTo(a);
    await holds();
  });

  test("without a network too, and at once", async () => {
    await offline(true);
    await drink(a);
    await comesTo(b);
    await drink(b);
    await shows(b);
    await Promise.all([drink(a), drink(b), drink(a)]);
    await comesTo(a);
    await onDisk(a);
    await a.reload();
    await shows(a);
    await comesTo(b);
    await offline(false);
    await allSent(b);
    await holds();
  });

  test("what is typed in an older one that nobody goes to is sent, and it does not sync for ever", async () => {
    await goTo(b);
    await b.waitForTimeout(500); // the account is its own by now
    await drink(a);
    await shows(a);
    await allSent(a);
    assert.equal(await sum(), drunk);
  });

  test("a disk that is full is told of, and what was done is kept once there is room", async () => {
    await offline(true);
    await a.evaluate(() => {
      const really = IDBObjectStore.prototype.put;
      globalThis.isFull = true;
      IDBObjectStore.prototype.put = function put(...given) {
        const asked = really.apply(this, given);
        if (globalThis.isFull) this.transaction.abort(); // as a browser does where there is no room
        return asked;
      };
    });
    await drink(a);
    await a.getByText("This device could not save your last change", { exact: false }).waitFor();
    await shows(a);
    await checkAccess(a, "today, full");
    if (process.env.E2E_SHOTS) await a.screenshot({ path: `${process.env.E2E_SHOTS}/full-${theme}.png` });
    await a.getByRole("button", { name: "Log weight" }).first().click();
    await a.getByRole("dialog").getByText("This device could not save your last change", { exact: false }).waitFor();
    if (process.env.E2E_SHOTS) await a.screenshot({ path: `${process.env.E2E_SHOTS}/full-sheet-${theme}.png` });
    await a.getByRole("dialog").getByRole("button", { name: "Close" }).click();
    await a.evaluate(() => {
      globalThis.isFull = false;
    });
    await a.getByRole("button", { name: "Try again" }).first().click({ timeout: 2000 }).catch(() => undefined); // it may have done so by itself
    await a.getByText("This device could not save your last change", { exact: false }).waitFor({ state: "detached" });
    await onDisk(a);
    await a.reload();
    await shows(a);
    await offline(false);
    await allSent(a);
    await holds();
  });

  test("a disk that the browser takes away is opened again, and all comes back", async () => {
    await goTo(a);
    const tools = await a.context().newCDPSession(a);
    await tools.send("Storage.clearDataForOrigin", { origin: new URL(stage.server.url).origin, storageTypes: "indexeddb" });
    await drink(a);
    await shows(a);
    await until(sum, (ml) => ml === drunk); // the disk is made again by then: before, it is nowhere to be waited for
    await holds();
  });

  test("a disk that cannot be opened is told of, and tried again", async () => {
    await b.addInitScript(() => {
      const really = indexedDB.open.bind(indexedDB);
      globalThis.isShut = true;
      indexedDB.open = (...given) => {
        if (globalThis.isShut) throw new DOMException("no room", "UnknownError");
        return really(...given);
      };
    });
    await b.reload();
    await b.getByText("Your records on this device could not be opened").waitFor();
    await checkAccess(b, "closed");
    if (process.env.E2E_SHOTS) await b.screenshot({ path: `${process.env.E2E_SHOTS}/closed-${theme}.png` });
    await b.evaluate(() => {
      globalThis.isShut = false;
    });
    await b.getByRole("button", { name: "Try again" }).click();
    await shows(b);
    await b.close();
    b = await opened();
  });

  test("both renew the session in turn, and at once", async () => {
    const expire = (page) =>
      page.evaluate(() => {
        const kept = JSON.parse(localStorage.getItem("fitzen.session"));
        localStorage.setItem("fitzen.session", JSON.stringify({ ...kept, access: "old", until: 0 }));
        window.dispatchEvent(new StorageEvent("storage", { key: "fitzen.session" })); // the browser tells the other window
      });
    for (const pages of [[a], [b], [a, b], [b, a]]) {
      await expire(a);
      await Promise.all(pages.map(goTo));
      for (const page of pages) await drink(page);
      for (const page of pages) await sends(page);
    }
    await holds();
  });

  test("who signs out in one is signed out in the other, and nothing is left", async () => {
    await goTo(a);
    await a.getByRole("link", { name: "You" }).click();
    await a.getByRole("button", { name: "Sign out" }).click();
    await a.getByRole("dialog").getByRole("button", { name: "Sign out" }).click();
    for (const page of [a, b]) await page.getByRole("button", { name: "Send code" }).waitFor();
    const left = () =>
      b.evaluate(async () => {
        const computed = JSON.parse(localStorage.getItem("fitzen.computed"))?.clientState.queries ?? [];
        return [(await indexedDB.databases()).map((each) => each.name), Object.keys(localStorage).filter((key) => key.endsWith("session")), computed.map((each) => each.queryHash)].flat();
      });
    assert.deepEqual(await until(left, ({ length }) => length === 0, { ms: 5000 }), []);
  });
});

import assert from "node:assert/strict";
import { inspect } from "node:util";

const PATIENCE_MS = 15_000;
const PAUSE_MS = 150;

/** Ask again and again until what is found is right, and return it; fail by what was found last where it does not come to that. */
export async function until(asked, right = Boolean, { ms = PATIENCE_MS, message = `It did not come to this: ${right === Boolean ? asked : right}` } = {}) {
  for (const end = Date.now() + ms; ; ) {
    const found = await asked();
    if (right(found)) return found;
    if (Date.now() > end) assert.fail(`${message}\nfound: ${inspect(found, { depth: 4 }).slice(0, 2000)}`);
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
}

/** Press the first of some buttons as long as there is one; one that no press takes away fails. */
export async function pressAll(buttons, most = 60) {
  for (let pressed = 0; await buttons.count(); pressed += 1) {
    assert.ok(pressed < most, `${buttons} is there after ${most} presses`);
    await buttons.first().click();
  }
}

/** Sign in by the code that was sent, in whatever language. */
export async function signIn(page, server, email) {
  await page.goto(server.url);
  await page.locator("input[autocomplete=username]").fill(email);
  await page.keyboard.press("Enter");
  const field = page.locator("input[autocomplete=one-time-code]");
  await field.waitFor();
  await field.fill(await server.code(email));
}

/** Send a request as the person who is signed in on a page. */
export function ask(page, path, init) {
  return page.evaluate(
    async ([to, given]) => {
      const { access } = JSON.parse(localStorage.getItem("fitzen.session"));
      const answer = await fetch(to, { ...given, headers: { Authorization: `Bearer ${access}`, ...(given?.body ? { "Content-Type": "application/json" } : {}) } });
      return answer.json();
    },
    [path, init],
  );
}

/** Give a browser a made-up health store (lib/health/fake): it is there once the page is loaded anew. */
export const giveHealth = (page, given) => page.evaluate((text) => localStorage.setItem("fitzen.health", text), JSON.stringify(given));

export const makeHabit = (page, name) => ask(page, "/api/habits", { method: "POST", body: JSON.stringify({ name, schedule: { type: "daily" } }) });

/** Wait until no record on the screen waits to be sent any more. */
export async function allSent(page) {
  const marks = page.getByRole("img", { name: "Not sent yet" });
  await until(() => marks.count(), (count) => count === 0, { ms: 30_000, message: "Some records still wait to be sent." });
}

/** Wait until what the screen shows is on the disk, some ms later: a transaction of our own comes after those that the app has begun. */
export const onDisk = (page) =>
  page.evaluate(async () => {
    const turn = (name) =>
      new Promise((done, failed) => {
        const asked = indexedDB.open(name);
        asked.onerror = failed;
        asked.onsuccess = () => {
          const writing = asked.result.transaction([...asked.result.objectStoreNames], "readwrite");
          writing.onabort = failed;
          writing.oncomplete = () => done(asked.result.close());
        };
      });
    for (const { name } of await indexedDB.databases()) await turn(name);
  });

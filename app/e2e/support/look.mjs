// What must hold on every screen, however wide, in either direction and with large letters.
import assert from "node:assert/strict";
import { readdir } from "node:fs/promises";

const WORDS = (await readdir(new URL("../../src/i18n/en", import.meta.url))).map((file) => file.replace(/\.ts$/, "")).filter((name) => name !== "index");
const KEY = new RegExp(`\\b(?:${WORDS.join("|")})\\.[a-z][A-Za-z_]*(?:\\.[a-z][A-Za-z_]*)*\\b`, "g");
const STILL_MS = 250;
/** A year of data on a machine that does other things too: a picture is no race. */
const SLOW_MS = 30_000;
const TALLEST = 6000;
/** Longer ones may be broken where letters are large. */
const LONG_WORD = 12;

/** Wait until a screen has what it asked for, and nothing on it moves any more. */
export async function settle(page) {
  await page.waitForLoadState("networkidle");
  await page.getByRole("heading").first().waitFor({ timeout: SLOW_MS });
  await page.locator('[aria-busy="true"]').first().waitFor({ state: "detached" });
  await page.evaluate(() => document.fonts.ready);
  await page.waitForTimeout(STILL_MS);
}

/** Fail on words that were not translated, on a screen that is wider than its window, and on headings that are broken within a word. */
export async function checkLook(page, name) {
  const text = await page.evaluate(() => document.body.innerText);
  assert.deepEqual([...new Set(text.match(KEY) ?? [])], [], `${name}: keys in the place of words`);
  const beyond = await page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    const moves = (element) => element && element !== document.body && (/(auto|scroll|hidden)/.test(getComputedStyle(element).overflowX) || moves(element.parentElement));
    const seen = [...document.querySelectorAll("#root *")].filter((element) => {
      const box = element.getBoundingClientRect();
      return box.width > 0 && box.height > 0 && (box.right > width + 1 || box.left < -1) && !moves(element.parentElement) && !element.closest("[aria-hidden=true]");
    });
    return seen.slice(0, 3).map((element) => `${element.tagName} ${element.innerText?.slice(0, 60) ?? ""} ${JSON.stringify(element.getBoundingClientRect())}`);
  });
  assert.deepEqual(beyond, [], `${name}: reaches over the edge of the window`);
  const broken = await page.evaluate((most) => {
    const lines = (node, from, to) => {
      const range = document.createRange();
      range.setStart(node, from);
      range.setEnd(node, to);
      return new Set([...range.getClientRects()].map((box) => Math.round(box.top))).size;
    };
    const found = [];
    for (const heading of document.querySelectorAll("#root :is(h1, h2, h3, [role=heading])")) {
      const texts = document.createTreeWalker(heading, NodeFilter.SHOW_TEXT);
      for (let node = texts.nextNode(); node; node = texts.nextNode())
        for (const { 0: word, index } of node.data.matchAll(/\p{L}+/gu)) if (word.length <= most && lines(node, index, index + word.length) > 1) found.push(heading.innerText);
    }
    return found;
  }, LONG_WORD);
  assert.deepEqual(broken, [], `${name}: a word of a heading is broken over lines`);
}

/** A picture of a screen from its top to its end, which lies in a list that scrolls inside the window. */
export async function picture(page, path) {
  const { width, height } = page.viewportSize();
  const more = await page.evaluate(() => Math.max(0, ...[...document.querySelectorAll("#root *")].filter((element) => /(auto|scroll)/.test(getComputedStyle(element).overflowY)).map((element) => element.scrollHeight - element.clientHeight)));
  if (more) {
    await page.setViewportSize({ width, height: Math.min(TALLEST, height + more) });
    await page.waitForTimeout(STILL_MS);
  }
  await page.screenshot({ path });
  if (more) await page.setViewportSize({ width, height });
}

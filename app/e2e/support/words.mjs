import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";

/** A word of the app, such as `auth.sendCode`, as a locale says it. */
export async function word(locale, key) {
  const [file, name] = key.split(".");
  const words = await readFile(new URL(`../../src/i18n/${locale.slice(0, 2)}/${file}.ts`, import.meta.url), "utf8");
  const [, found] = words.match(new RegExp(`^  ${name}: "(.*)",$`, "m")) ?? [];
  assert.ok(found, `There is no word ${key}.`);
  return found;
}

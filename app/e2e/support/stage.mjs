// A browser and a server for one file of tests, and its tests once in each theme.
import { after, before, describe } from "node:test";
import { launch } from "./browser.mjs";
import { startServer } from "./server.mjs";

const THEMES = process.env.E2E_THEME?.split(",") ?? ["light", "dark"];
/** No theme of a file takes longer: what hangs fails by its name, and its server and browser are stopped. */
const LONGEST_MS = 10 * 60_000;

/** Describe `name` once a theme by `tell(theme, stage)`; `stage.browser` and `stage.server` are there once tests run. */
export function inEachTheme(name, tell, { timeout = LONGEST_MS } = {}) {
  const stage = {};
  before(async () => {
    [stage.browser, stage.server] = await Promise.all([launch(), startServer()]);
  });
  after(async () => {
    await stage.browser?.close();
    await stage.server?.stop();
  });
  for (const theme of THEMES) describe(`${name}, ${theme}`, { timeout }, () => tell(theme, stage));
}

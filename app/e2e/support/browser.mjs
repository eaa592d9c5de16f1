// Chromium as the system has it, or as CHROMIUM says; without what it would ask the network for by itself, and with a camera that draws.
import { existsSync } from "node:fs";
import { chromium } from "playwright-core";

const FOUND = [process.env.CHROMIUM, "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find((path) => path && existsSync(path));
const FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream"];

export const VIEWPORTS = { phone: { width: 390, height: 844 }, tablet: { width: 820, height: 1180 }, desktop: { width: 1440, height: 900 } };

/** The window of tests that do not say how large theirs is: E2E_VIEWPORT, a phone's if that is left out. */
const WINDOW = VIEWPORTS[process.env.E2E_VIEWPORT?.split(",")[0] ?? "phone"];

export const launch = (...more) => chromium.launch({ executablePath: FOUND, args: [...FLAGS, ...more] });

/** Whoever has no picture of themselves is answered 404, which a browser tells its console. */
const WITHOUT_PICTURE = /404 .*\/api\/users\/me\/avatar$/;

const asPerson = ({ viewport = WINDOW, theme = "light", locale = "en-GB", ...others } = {}) => ({ viewport, colorScheme: theme, locale, timezoneId: "Europe/Madrid", reducedMotion: "reduce", ...others });

/** A page of somebody new. What the page's console complains of is kept in `page.complaints`. */
export async function open(browser, options) {
  const context = await browser.newContext(asPerson(options));
  return watched(await context.newPage());
}

/** A page of a browser of its own that keeps what it has in a folder: closed, and opened there again, it still has it. */
export async function openKept(folder, options) {
  const context = await chromium.launchPersistentContext(folder, { executablePath: FOUND, args: FLAGS, ...asPerson(options) });
  return watched(context.pages()[0]);
}

function watched(page) {
  page.setDefaultTimeout(10_000);
  page.complaints = [];
  page.on("console", (message) => {
    const told = `${message.text()} ${message.location().url}`.trim();
    if (message.type() === "error" && !WITHOUT_PICTURE.test(told)) page.complaints.push(told);
  });
  page.on("pageerror", (error) => page.complaints.push(String(error)));
  return page;
}

/** Keep what a failed test saw, where E2E_SHOTS says. */
export async function shotOfFailure(page, { name, passed }) {
  if (!passed && process.env.E2E_SHOTS) await page.screenshot({ path: `${process.env.E2E_SHOTS}/${name.replace(/\W+/g, "-")}.png` });
}

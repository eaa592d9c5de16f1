// How soon the app can be used, on a processor four times slower than this one, and what it has to load for that.
//   node e2e/measure.mjs [--json] [--days 365] [--slow 4]
// Prints medians of several openings; nothing is asserted, because a clock on a shared machine proves nothing.
import { parseArgs } from "node:util";
import { launch, open } from "./support/browser.mjs";
import { signIn } from "./support/flows.mjs";
import { startServer } from "./support/server.mjs";

const HELP = `How soon the app can be used on a slow phone.

  --slow N     times by which the processor is slowed (4)
  --days N     days of demo data that the person has (365)
  --rounds N   openings of each kind (3)
  --json       print JSON

Example: node e2e/measure.mjs --days 3660 --json`;
const { values: given } = parseArgs({ options: { slow: { type: "string", default: "4" }, days: { type: "string", default: "365" }, rounds: { type: "string", default: "3" }, json: { type: "boolean" }, help: { type: "boolean", short: "h" } } });
if (given.help) {
  console.log(HELP);
  process.exit();
}

const EMAIL = "alex@example.com";
const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];
const note = (text) => given.json || console.error(text);

/** Slow a page down, and count the JavaScript that it loads over the network, as packed. */
async function slowed(page) {
  const wire = await page.context().newCDPSession(page);
  await wire.send("Emulation.setCPUThrottlingRate", { rate: Number(given.slow) });
  await wire.send("Network.enable");
  const scripts = new Set();
  let bytes = 0;
  wire.on("Network.responseReceived", ({ requestId, type, response }) => type === "Script" && !response.fromServiceWorker && scripts.add(requestId));
  wire.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => scripts.has(requestId) && (bytes += encodedDataLength));
  return { bytes: () => bytes };
}

/** Open an address; resolve when `ready` of the page is there and takes a press. */
async function timed(page, url, ready) {
  const started = performance.now();
  await page.goto(url, { waitUntil: "commit" });
  await ready(page).click({ trial: true, timeout: 120_000 });
  return performance.now() - started;
}

const sendCode = (page) => page.getByRole("button", { name: "Send code" });
const addWater = (page) => page.getByRole("button", { name: "Add 250 ml" });

const server = await startServer();
const browser = await launch();
const rows = [];
async function measure(name, url, ready, makePage, alone = false) {
  note(name);
  const times = [];
  const sizes = [];
  for (let round = 0; round < Number(given.rounds); round += 1) {
    const page = await makePage();
    const { bytes } = await slowed(page);
    times.push(await timed(page, url, ready));
    await page.waitForLoadState("networkidle").catch(() => {});
    sizes.push(bytes());
    await (alone ? page.context() : page).close();
  }
  rows.push({ name, ms: Math.round(median(times)), javascript_kb: Math.round(median(sizes) / 1000) });
}

try {
  note(`${given.days} days of data are made…`);
  await server.fitzen("demo", "--email", EMAIL, "--days", given.days);
  await measure("first visit: sign-in", server.url, sendCode, () => open(browser), true);
  note("signing in, with all records");
  const first = await open(browser);
  const started = performance.now();
  await signIn(first, server, EMAIL);
  await addWater(first).click({ trial: true, timeout: 300_000 });
  rows.push({ name: "signing in to a filled Today (not slowed)", ms: Math.round(performance.now() - started) });
  await first.waitForLoadState("networkidle", { timeout: 600_000 });
  rows.push({ name: "until the device has every record", ms: Math.round(performance.now() - started) });
  await first.evaluate(() => navigator.serviceWorker.ready);
  await first.goto("about:blank");
  const again = () => first.context().newPage();
  await measure("opened again: Today", server.url, addWater, again);
  await first.context().setOffline(true);
  await measure("opened without a network: Today", server.url, addWater, again);
} finally {
  await browser.close();
  await server.stop();
}
if (given.json) console.log(JSON.stringify({ slowed: Number(given.slow), days: Number(given.days), rows }));
else console.table(Object.fromEntries(rows.map(({ name, ...figures }) => [name, figures])));

// Progress as a person uses it: measurements logged, questioned, corrected, also without a network; photos taken, kept through a reload, sent once, compared, deleted.
import assert from "node:assert/strict";
import { Buffer } from "node:buffer";
import { afterEach, before, test } from "node:test";
import { checkAccess } from "./support/axe.mjs";
import { open, shotOfFailure } from "./support/browser.mjs";
import { allSent, ask, onDisk, signIn, until } from "./support/flows.mjs";
import { settle } from "./support/look.mjs";
import { inEachTheme } from "./support/stage.mjs";

const DAY_MS = 864e5;

inEachTheme("progress", (theme, stage) => {
  const email = `mia-${theme}@example.com`;
  let page;
  const at = (path) => page.goto(`${stage.server.url}${path}`);
  const dialog = () => page.getByRole("dialog").last();
  const button = (name) => page.getByRole("button", { name, exact: true });
  const measured = async (metric) => (await ask(page, `/api/measurements/me?metric=${metric}&limit=100`)).items;
  before(async () => {
    await stage.server.fitzen("demo", "--email", email);
    page = await open(stage.browser, { theme });
    await signIn(page, stage.server, email);
    await settle(page);
  });
  afterEach((context) => shotOfFailure(page, context));

  test("the device's trend is the server's", async () => {
    await at("/progress");
    await page.getByRole("heading", { name: "Progress", exact: true }).waitFor();
    await page.getByRole("slider", { name: "Look through Weight" }).waitFor();
    await checkAccess(page, "progress");
    const day = new Intl.DateTimeFormat("en-CA", { timeZone: "Europe/Madrid" }).format(Date.now() - 90 * DAY_MS); // the person's
    const trend = await ask(page, `/api/measurements/me/trend?metric=weight_kg&after=${day}T00:00:00Z`);
    const shown = (value, digits) => String(Math.round(value * 10 ** digits) / 10 ** digits || 0);
    const signed = (value) => `${Math.round(value * 100) > 0 ? "+" : ""}${shown(value, 2)}`;
    await page.getByText(`Trend ${shown(trend.level, 1)} kg (${shown(trend.level_low, 1)} to ${shown(trend.level_high, 1)})`).waitFor();
    await page.getByText(`${signed(trend.rate_per_week)} kg a week (${signed(trend.rate_low)} to ${signed(trend.rate_high)})`).waitFor();
  });

  test("a chart is gone along by mouse and by keys", async () => {
    const slider = page.getByRole("slider", { name: "Look through Weight" });
    const last = Number(await slider.getAttribute("aria-valuemax"));
    await slider.focus();
    await page.keyboard.press("ArrowLeft");
    assert.equal(Number(await slider.getAttribute("aria-valuenow")), last - 1);
    await page.keyboard.press("Home");
    assert.equal(Number(await slider.getAttribute("aria-valuenow")), 0);
    const box = await slider.boundingBox();
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    const middle = Number(await slider.getAttribute("aria-valuenow"));
    assert.ok(middle > last * 0.2 && middle < last * 0.8, `${middle} of ${last}`);
    await page.mouse.move(0, 0);
    await page.getByRole("radio", { name: "One year" }).click();
    await page.waitForFunction((before) => Number(document.querySelector('[role=slider]').getAttribute("aria-valuemax")) > before, last);
  });

  test("several measurements are logged at once; what is unusual is asked about", async () => {
    await at("/measure");
    const before = (await measured("waist_cm")).length;
    await button("Weight: more").click();
    await page.getByLabel("Waist (cm)").fill("250");
    await checkAccess(page, "measure");
    await button("Save 2 values").click();
    await page.getByText(/^250 cm is unusual/).waitFor();
    await checkAccess(page, "measure, asked");
    await page.getByLabel("Waist (cm)").fill("91,3");
    await button("Add a measurement").click();
    await checkAccess(page, "measure, add");
    await dialog().getByRole("button", { name: "Mood" }).click();
    await page.getByRole("radio", { name: "4" }).click();
    await button("Save 3 values").click();
    await page.getByText("3 values saved").waitFor();
    const waists = await until(() => measured("waist_cm"), ({ length }) => length === before + 1);
    assert.equal(waists[0].value, 91.3);
    assert.equal((await measured("mood_1_5"))[0].value, 4);
  });

  test("a value is corrected and one deleted and brought back, without a network too", async () => {
    const context = page.context();
    const before = await measured("waist_cm");
    await at("/measure/waist_cm");
    await page.getByRole("heading", { name: "Values" }).waitFor();
    await checkAccess(page, "one measurement");
    await context.setOffline(true);
    await page.getByRole("button", { name: /91\.3 cm/ }).first().click();
    await checkAccess(page, "one value");
    await page.getByLabel("Waist (cm)").fill("91.2");
    await dialog().getByRole("button", { name: "Save" }).click();
    await page.getByRole("button", { name: /91\.2 cm/ }).first().click();
    await dialog().getByRole("button", { name: "Delete" }).click();
    await button("Undo").click();
    await page.getByRole("button", { name: /91\.2 cm/ }).first().waitFor();
    await onDisk(page);
    await page.reload(); // the device has the values
    await page.getByRole("button", { name: /91\.2 cm/ }).first().waitFor();
    await context.setOffline(false);
    await allSent(page);
    const now = await measured("waist_cm");
    assert.equal(now.length, before.length);
    assert.equal(now.filter((each) => each.value === 91.2).length, 1);
    assert.equal(now.filter((each) => each.value === 91.3).length, 0);
  });

  test("a photo is taken without a network, survives a reload, and is sent once", async () => {
    const context = page.context();
    await at("/photos");
    await page.getByText("See what the scale does not").waitFor();
    await checkAccess(page, "photos, none");
    await button("Take a photo").click();
    await page.getByRole("radio", { name: "Off" }).click();
    await page.locator("video").waitFor();
    await checkAccess(page, "camera");
    await context.setOffline(true);
    await button("Take the photo").click();
    await button("Keep it").waitFor();
    await checkAccess(page, "photo, before it is kept");
    await button("Keep it").click();
    await page.getByRole("button", { name: /Front\. Waits to be sent/ }).waitFor();
    await onDisk(page);
    await page.reload();
    await page.getByRole("button", { name: /Front\. Waits to be sent/ }).waitFor();
    await button("Show the photos").click();
    await page.waitForFunction(() => document.querySelector("img")?.naturalWidth > 0);
    await checkAccess(page, "photos, waiting");
    await context.setOffline(false);
    await page.getByRole("button", { name: /Front\. Waits/ }).waitFor({ state: "detached" });
    const { items } = await ask(page, "/api/photos/me");
    assert.deepEqual(items.map(({ pose, status }) => [pose, status]), [["front", "ready"]]);
  });

  test("the next photo in a pose is lined up with the last one", async () => {
    /** How the last photo lies over what the camera shows. */
    const overlay = () =>
      page.evaluate(() => {
        const camera = document.querySelector("video").getBoundingClientRect();
        const image = [...document.querySelectorAll("img")].find((each) => each.naturalWidth > 0 && each.closest("[aria-hidden=true]"));
        if (!image) return null;
        let [opacity, mirrored] = [1, false];
        for (let at = image; at; at = at.parentElement) {
          opacity *= Number(getComputedStyle(at).opacity);
          if (new DOMMatrix(getComputedStyle(at).transform).a < 0) mirrored = !mirrored;
        }
        const box = image.getBoundingClientRect();
        return { opacity: Math.round(opacity * 100), mirrored, covers: box.left < camera.right && box.right > camera.left && box.top < camera.bottom && box.bottom > camera.top };
      });
    await at("/photos/take?pose=front");
    await page.locator("video").waitFor();
    await page.getByText(/^Line up with /).waitFor();
    assert.deepEqual(await until(overlay), { opacity: 35, mirrored: true, covers: true });
    await checkAccess(page, "camera, lined up");
    await page.getByRole("slider", { name: "Last photo over the picture" }).focus();
    await page.keyboard.press("ArrowRight");
    await until(overlay, (over) => over.opacity === 40);
    await page.getByRole("radio", { name: "Side" }).click(); // of which there is none yet
    await page.getByText(/^Line up with /).waitFor({ state: "detached" });
    assert.equal(await overlay(), null);
    await page.getByRole("radio", { name: "Front" }).click();
    await until(overlay);
    await page.getByRole("radio", { name: "Off" }).click();
    await button("Take the photo").click();
    await button("Keep it").click();
    const { items } = await until(() => ask(page, "/api/photos/me"), (found) => found.items.length === 2);
    assert.deepEqual(items.map(({ pose }) => pose), ["front", "front"]);
  });

  test("a picture that is chosen goes without what it says of its place", async () => {
    await at("/photos/take?pose=front");
    const png = Buffer.from(await page.evaluate(async () => {
      const canvas = Object.assign(document.createElement("canvas"), { width: 2400, height: 3200 });
      canvas.getContext("2d").fillRect(0, 0, 2400, 1600);
      const blob = await new Promise((resolve) => canvas.toBlob(resolve, "image/jpeg"));
      return [...new Uint8Array(await blob.arrayBuffer())];
    }));
    const exif = Buffer.from("ffe1002a4578696600004d4d002a00000008000188250004000000010000001a00000000474253414e43544f50", "hex");
    exif.writeUInt16BE(exif.length - 2, 2);
    const withPlace = Buffer.concat([png.subarray(0, 2), exif, png.subarray(2)]);
    // Playwright does not see the bytes of a blob that is sent.
    await page.evaluate(() => {
      const send = globalThis.fetch;
      globalThis.fetch = (to, given) => {
        if (given?.method === "PUT") globalThis.sent = new Response(given.body).text();
        return send(to, given);
      };
    });
    const choosing = page.waitForEvent("filechooser");
    await button("Choose a photo").click();
    await (await choosing).setFiles({ name: "photo.jpg", mimeType: "image/jpeg", buffer: withPlace });
    await button("Keep it").click();
    const { items } = await until(() => ask(page, "/api/photos/me"), (found) => found.items.length === 3);
    assert.deepEqual(items.map(({ width, height }) => [width, height]), [[1440, 1920], [640, 480], [640, 480]]);
    const sent = await page.evaluate(() => globalThis.sent);
    assert.match(sent, /JFIF|WEBP/);
    assert.doesNotMatch(sent, /Exif/);
  });

  test("two photos are compared by a divider and side by side", async () => {
    await at("/photos/compare");
    await button("Show the photos").click();
    const divider = page.getByRole("slider", { name: "Where one photo ends and the other begins" });
    await divider.focus();
    await page.keyboard.press("ArrowRight");
    assert.equal(await divider.getAttribute("aria-valuenow"), "55");
    const box = await divider.boundingBox();
    await page.mouse.move(box.x + box.width / 2, box.y + 40);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width * 0.2, box.y + 40, { steps: 4 });
    await page.mouse.up();
    const now = Number(await divider.getAttribute("aria-valuenow"));
    assert.ok(now >= 18 && now <= 22, String(now));
    await checkAccess(page, "compare");
    await page.getByRole("radio", { name: "Side by side" }).click();
    await checkAccess(page, "compare, side by side");
  });

  test("small photos are there without a network; one is deleted after a yes", async () => {
    const context = page.context();
    await at("/photos");
    await button("Show the photos").click();
    await page.waitForFunction(() => [...document.querySelectorAll("img")].filter((image) => image.naturalWidth > 0).length === 3);
    await context.setOffline(true);
    await page.reload();
    await button("Show the photos").click();
    await page.waitForFunction(() => [...document.querySelectorAll("img")].filter((image) => image.naturalWidth > 0).length === 3);
    await context.setOffline(false);
    await page.getByRole("button", { name: /· Front$/ }).first().click();
    await dialog().waitFor();
    await checkAccess(page, "one photo");
    await dialog().getByRole("button", { name: "Delete" }).click();
    await checkAccess(page, "delete a photo");
    await dialog().getByRole("button", { name: "Delete" }).click();
    await page.getByText("Photo deleted").waitFor();
    await until(() => ask(page, "/api/photos/me"), ({ items }) => items.length === 2);
    assert.deepEqual(page.complaints.filter((text) => !/ERR_INTERNET_DISCONNECTED|Failed to fetch/.test(text)), []);
  });
});

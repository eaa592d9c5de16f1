// You: the profile, targets, reminders, ways of signing in, data out and in, and the end of it all. It waits minutes for codes, so its name is first.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { afterEach, before, test } from "node:test";
import { crc32, deflateSync } from "node:zlib";
import { checkAccess } from "./support/axe.mjs";
import { open, shotOfFailure } from "./support/browser.mjs";
import { ask, signIn, until } from "./support/flows.mjs";
import { inEachTheme } from "./support/stage.mjs";
import { totp } from "./support/totp.mjs";

/** As `lib/layout` has it. */
const WIDE = 768;

/** A picture in one colour, as PNG. */
function png(width, height) {
  const chunk = (type, data) => {
    const body = Buffer.concat([Buffer.from(type), data]);
    const [size, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    size.writeUInt32BE(data.length);
    sum.writeUInt32BE(crc32(body));
    return Buffer.concat([size, body, sum]);
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width);
  head.writeUInt32BE(height, 4);
  head.set([8, 2], 8);
  const row = Buffer.concat([Buffer.from([0]), ...Array.from({ length: width }, () => Buffer.from([15, 113, 72]))]);
  const rows = Buffer.concat(Array.from({ length: height }, () => row));
  return Buffer.concat([Buffer.from("89504e470d0a1a0a", "hex"), chunk("IHDR", head), chunk("IDAT", deflateSync(rows)), chunk("IEND", Buffer.alloc(0))]);
}

inEachTheme("you", (theme, stage) => {
  const email = `iris-${theme}@example.com`;
  let page;
  before(async () => {
    await stage.server.fitzen("demo", "--email", email, "--days", "30");
    page = await open(stage.browser, { theme, acceptDownloads: true });
  });
  afterEach((context) => shotOfFailure(page, context));

  const row = (name) => page.getByRole("link", { name });
  const back = () => page.getByRole("button", { name: "Back", exact: true }).last().click();
  /** To the list of what there is to set, which stays beside where there is room. */
  const toTheList = async () => {
    if (page.viewportSize().width < WIDE) await back();
  };
  let sentAt = 0;
  /** The server sends an address another code after a minute. */
  const codeMayBeSent = async () => {
    await page.waitForTimeout(Math.max(0, sentAt + 75_000 - Date.now()));
    sentAt = Date.now();
  };
  const visit = async (path) => {
    await page.goto(`${stage.server.url}/${path}`);
    await page.getByRole("heading", { level: 1 }).last().waitFor();
  };
  const me = () => ask(page, "/api/users/me");

  test("lists what there is to set, and what it is set to", async () => {
    sentAt = Date.now();
    await signIn(page, stage.server, email);
    await page.getByRole("link", { name: "You", exact: true }).click();
    await page.getByRole("heading", { name: "You", exact: true }).waitFor();
    await row(/^Daily targets.*[\d,]+ kcal/).waitFor();
    await checkAccess(page, "you");
  });

  test("saves a profile as it is typed, also without a network", async () => {
    await row(/^Profile/).last().click();
    await page.getByRole("heading", { name: "Profile", exact: true }).waitFor();
    await page.getByLabel("What shall we call you?").fill("Iris");
    await page.getByLabel("Birth date").fill("1990-13-01");
    await page.getByLabel("Height (cm)").click();
    await page.getByText("Write it as year-month-day.").waitFor();
    await page.context().setOffline(true);
    await page.getByLabel("Birth date").fill("1990-03-01");
    await page.getByLabel("Height (cm)").fill("171,5");
    await page.getByLabel("What shall we call you?").click();
    await page.getByRole("img", { name: "Not sent yet" }).waitFor();
    await checkAccess(page, "profile, offline");
    await page.context().setOffline(false);
    const saved = await until(me, (each) => each.height_cm === 171.5 && each.birth_date === "1990-03-01");
    assert.deepEqual([saved.name, saved.birth_date, saved.height_cm], ["Iris", "1990-03-01", 171.5]);
  });

  test("says of what is being sent that it is, by a name", async () => {
    let letGo;
    const held = new Promise((resolve) => (letGo = resolve));
    await page.route("**/api/sync*", async (route) => {
      await held;
      await route.continue();
    });
    await page.getByLabel("Height (cm)").fill("172");
    await toTheList();
    const send = page.getByRole("button", { name: "Send now" });
    await until(() => send.getAttribute("aria-busy"), (busy) => busy === "true");
    await checkAccess(page, "you, while it is sent");
    letGo();
    await until(me, (each) => each.height_cm === 172);
    await send.waitFor({ state: "detached" });
    await page.unroute("**/api/sync*");
    await row(/^Profile/).last().click();
  });

  test("shows a picture, cut to a square", async () => {
    const [chooser] = await Promise.all([page.waitForEvent("filechooser"), page.getByRole("button", { name: "Add a picture" }).click()]);
    await chooser.setFiles({ name: "me.png", mimeType: "image/png", buffer: png(300, 200) });
    await page.getByRole("button", { name: "Change picture" }).waitFor();
    const picture = await ask(page, "/api/users/me/avatar");
    assert.equal(picture.width, picture.height);
    await page.getByRole("button", { name: "Remove", exact: true }).click();
    await page.getByRole("button", { name: "Add a picture" }).waitFor();
    await toTheList();
  });

  for (const [name, heading] of [
    [/^Training/, "Training"],
    [/^Food/, "Food"],
    [/^Health/, "Health"],
    [/^Coach/, "Coach"],
    [/^About/, "About"],
  ])
    test(`opens ${heading}`, async () => {
      await row(name).click();
      await page.getByRole("heading", { name: heading, exact: true }).waitFor();
      await page.waitForTimeout(300);
      await checkAccess(page, heading);
      await toTheList();
    });

  test("answers the questions before training", async () => {
    await visit("you/health");
    const groups = page.getByRole("radiogroup");
    await groups.first().waitFor();
    for (const group of await groups.all()) await group.getByRole("radio").last().click();
    const saved = await until(me, (each) => each.health.screening?.intensity === "vigorous");
    assert.equal(saved.health.screening.disease, false);
  });

  test("sets targets of one's own, hears of the floor, and lets them be worked out again", async () => {
    await visit("you/targets");
    await page.getByText("Worked out from your profile and weight").waitFor();
    await checkAccess(page, "targets");
    await page.getByRole("button", { name: "Set my own" }).click();
    const energy = page.getByLabel("Energy (kcal)");
    await energy.fill("900");
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByRole("dialog").getByRole("alert").waitFor();
    await checkAccess(page, "own targets, refused");
    await energy.fill("2345");
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByText("2,345 kcal", { exact: true }).waitFor();
    await page.getByText("Set by you").waitFor();
    assert.equal((await ask(page, "/api/nutrition/targets/me")).targets.energy_kcal, 2345);
    await page.getByRole("button", { name: "Let them be worked out again" }).click();
    await page.getByText("Worked out from your profile and weight").waitFor();
  });

  test("makes a reminder without a network, and the server has it once", async () => {
    await visit("reminders");
    await page.getByRole("heading", { name: "Coming up" }).waitFor();
    await checkAccess(page, "reminders");
    const before = (await ask(page, "/api/reminders/me?limit=100")).items.length;
    await page.context().setOffline(true);
    await page.getByRole("button", { name: "New reminder" }).click();
    const sheet = page.getByRole("dialog");
    await sheet.getByRole("radio", { name: "Water" }).click();
    await sheet.getByLabel("Title").fill("Drink up");
    await sheet.getByLabel("Time", { exact: true }).fill("25:00");
    await sheet.getByRole("button", { name: "Save" }).click();
    await sheet.getByText("Write it as 7:30 or 19:30.").waitFor();
    await checkAccess(page, "new reminder");
    await sheet.getByLabel("Time", { exact: true }).fill("7:45 pm");
    await sheet.getByRole("button", { name: "Save" }).click();
    await page.getByRole("button", { name: /^Drink up.*19:45 · Every day/ }).waitFor();
    await page.getByText(/^(Today|Tomorrow), 19:45/).first().waitFor(); // worked out on the device
    await page.context().setOffline(false);
    const all = await until(() => ask(page, "/api/reminders/me?limit=100"), ({ items }) => items.length > before);
    const made = all.items.filter((each) => each.title === "Drink up");
    assert.deepEqual(made.map(({ kind, at_local, days, only_if_not_done }) => ({ kind, at_local, days, only_if_not_done })), [{ kind: "water", at_local: "19:45", days: [], only_if_not_done: true }]);
  });

  test("switches it off, keeps quiet hours, deletes it", async () => {
    await visit("reminders");
    await page.getByRole("switch", { name: "Drink up" }).click();
    await until(() => ask(page, "/api/reminders/me?limit=100"), ({ items }) => items.some((each) => each.title === "Drink up" && !each.enabled));
    const quiet = page.getByRole("switch", { name: /^Quiet hours/ });
    if ((await quiet.getAttribute("aria-checked")) === "false") await quiet.click();
    await page.getByLabel("From").fill("21:30");
    await page.getByLabel("To", { exact: true }).click();
    await until(me, (each) => each.quiet_hours?.start === "21:30");
    await page.getByRole("button", { name: /^Drink up/ }).click();
    await page.getByRole("button", { name: "Delete reminder" }).click();
    await until(() => ask(page, "/api/reminders/me?limit=100"), ({ items }) => !items.some((each) => each.title === "Drink up"));
  });

  test("names what the server refuses at its field", async () => {
    await visit("you/preferences");
    const { time_zone: before } = await me();
    const zone = page.getByLabel("Time zone");
    const alert = page.getByRole("alert").filter({ hasText: "This is not a time zone, such as Europe/Madrid." });
    await zone.fill("europe/lisbon"); // a browser knows it in small letters too, the server does not
    await zone.blur();
    await alert.waitFor();
    assert.equal(await zone.getAttribute("aria-invalid"), "true");
    assert.equal((await me()).time_zone, before);
    await checkAccess(page, "preferences, refused");
    await zone.fill("Europe/Lisbon");
    await zone.blur();
    await until(me, (each) => each.time_zone === "Europe/Lisbon");
    await alert.waitFor({ state: "detached" });
    await page.getByRole("button", { name: /^Use this device's: Europe.Madrid/ }).click();
    await until(me, (each) => each.time_zone === "Europe/Madrid");
  });

  test("speaks Spanish at once, and as the device again", async () => {
    await visit("you/preferences");
    await checkAccess(page, "preferences");
    await page.getByRole("radio", { name: "Español" }).click();
    await page.getByRole("heading", { name: "Idioma, unidades, aspecto" }).waitFor();
    await until(me, (each) => each.locale === "es");
    await page.getByRole("radio", { name: "El del dispositivo" }).click();
    await page.getByRole("radio", { name: "lb, in" }).click();
    await until(me, (each) => each.units === "imperial" && each.locale === "en-GB");
    await page.getByRole("radio", { name: "kg, cm" }).click();
  });

  test("finds an article, and opens it again without a network", async () => {
    await visit("you/library");
    await page.getByText("119 articles").waitFor();
    await page.getByLabel("Search").fill("creatine");
    await page.getByRole("button", { name: /^Creatine\b.*Supplements · Health/ }).click();
    await page.getByText("References").waitFor();
    await checkAccess(page, "article");
    await back();
    await page.context().setOffline(true);
    await page.getByText(/articles with a tick open/).waitFor();
    await page.getByRole("button", { name: /^Creatine\b.*Supplements · Health/ }).click();
    await page.getByText("References").waitFor();
    await page.context().setOffline(false);
    await back();
    await page.getByRole("heading", { name: "Library", exact: true }).waitFor();
    await checkAccess(page, "library");
  });

  test("ends another session", async () => {
    const other = await open(stage.browser, { theme });
    await codeMayBeSent();
    await signIn(other, stage.server, email);
    await other.getByRole("link", { name: "You", exact: true }).waitFor();
    await visit("you/devices");
    await page.getByText("This device").waitFor();
    await checkAccess(page, "devices");
    await page.getByRole("button", { name: /^End: Chrome on/ }).first().click();
    await until(() => ask(page, "/api/auth/sessions"), ({ items }) => items.length === 1);
    await other.context().close();
  });

  test("adds a phone number by its code", async () => {
    const number = theme === "light" ? "+34612000111" : "+34612000222";
    await visit("you/security");
    await checkAccess(page, "security");
    await page.getByRole("button", { name: /^Phone number/ }).click();
    await page.getByRole("dialog").getByRole("textbox").fill(number);
    await page.getByRole("button", { name: "Send code" }).click();
    await page.getByLabel("6-digit code").fill(await until(() => stage.server.code(number).catch(() => "")));
    await page.getByRole("button", { name: "Confirm" }).click();
    await page.getByRole("button", { name: new RegExp(`\\${number}`) }).waitFor();
    assert.equal((await me()).phone, number);
  });

  test("sets a password, and stays signed in here", async () => {
    await visit("you/security");
    await page.getByRole("button", { name: /^Set a new password/ }).click();
    await codeMayBeSent();
    await page.getByRole("dialog").getByRole("button", { name: "Send code" }).click();
    await page.getByLabel("6-digit code").waitFor(); // sent by then: the newest code is this one
    await page.getByLabel("6-digit code").fill(await stage.server.code(email));
    await page.locator('input[type="password"]').fill("weak");
    await page.getByRole("button", { name: "Save and sign in" }).click();
    await page.getByRole("dialog").getByRole("alert").waitFor();
    await page.locator('input[type="password"]').fill("Correct-Horse-7");
    await page.getByRole("button", { name: "Save and sign in" }).click();
    await page.getByText("The new password holds").waitFor();
    assert.equal((await ask(page, "/api/auth/sessions")).items.length, 1);
  });

  let recovery;
  test("switches a second factor on", async () => {
    await visit("you/factor");
    await page.getByRole("button", { name: "Set up" }).click();
    await page.getByRole("img", { name: /^QR code/ }).waitFor();
    await checkAccess(page, "second factor, set up");
    const secret = await page.getByText(/^[A-Z2-7]{4}( [A-Z2-7]{4})+$/).textContent();
    await page.getByLabel("6-digit code").fill(totp(secret));
    await page.getByRole("button", { name: "Switch on" }).click();
    await page.getByRole("heading", { name: "Keep these codes" }).waitFor();
    await checkAccess(page, "recovery codes");
    const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Save as a file" }).click()]);
    const text = await readFile(await file.path(), "utf8");
    recovery = text.match(/^[a-z2-7]{5}-[a-z2-7]{5}$/gm);
    assert.equal(recovery.length, 10);
    await page.getByRole("button", { name: "I have kept them" }).click();
    await page.getByText("10 recovery codes are left").waitFor();
    await toTheList();
  });

  let exported;
  test("takes everything out", async () => {
    await visit("you/export");
    await checkAccess(page, "export");
    const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Make the file" }).click()]);
    await page.getByText(/^Done, /).waitFor();
    assert.match(file.suggestedFilename(), /^fitzen-\d{4}-\d{2}-\d{2}\.zip$/);
    exported = await readFile(await file.path());
    assert.equal(exported.subarray(0, 2).toString(), "PK");
  });

  test("says what a file would bring, and that nothing in it is new", async () => {
    await visit("you/import");
    const [chooser] = await Promise.all([page.waitForEvent("filechooser"), page.getByRole("button", { name: "Choose a file" }).click()]);
    await chooser.setFiles({ name: "fitzen.zip", mimeType: "application/zip", buffer: exported });
    await page.getByRole("heading", { name: "What would come" }).waitFor();
    await page.getByRole("button", { name: "Nothing new in it" }).waitFor();
    await checkAccess(page, "import");
    const [again] = await Promise.all([page.waitForEvent("filechooser"), page.getByRole("button", { name: "Choose another file" }).click()]);
    await again.setFiles({ name: "notes.zip", mimeType: "application/zip", buffer: Buffer.from("no zip") });
    await page.getByRole("alert").waitFor();
  });

  test("leaves nothing that was typed to the coach when it is erased, and asks for the second factor", async () => {
    await page.goto(`${stage.server.url}/coach`);
    await page.getByLabel("Message to the coach").fill("a secret of mine");
    await until(() => page.evaluate(() => JSON.stringify({ ...localStorage })), (kept) => kept.includes("a secret of mine"));
    await page.goto(`${stage.server.url}/you/erase`);
    const erase = page.getByRole("button", { name: "Erase everything for good" });
    await page.getByLabel("Type ERASE").fill("erase");
    assert.ok(await erase.isDisabled());
    await page.getByLabel("Code of the app, or a recovery code").fill("wrong-codes");
    await checkAccess(page, "erase");
    await erase.click();
    await page.getByRole("alert").waitFor();
    await page.getByLabel("Code of the app, or a recovery code").fill(recovery[0]);
    await erase.click();
    await page.getByRole("button", { name: "Send code" }).waitFor();
    const kept = await page.evaluate(() => JSON.stringify({ ...localStorage }));
    assert.ok(!kept.includes("a secret of mine") && !kept.includes("Iris"), kept);
    assert.deepEqual(await page.evaluate(() => indexedDB.databases().then((those) => those.map((each) => each.name).filter((name) => name.startsWith("fitzen.")))), []);
    assert.deepEqual(page.complaints.filter((text) => !/ERR_INTERNET_DISCONNECTED|Failed to fetch|status of (4\d\d)/.test(text)), []);
  });
});

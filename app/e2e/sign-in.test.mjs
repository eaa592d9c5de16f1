// Ways in besides a code alone: an account by a password, a password that was forgotten, a second factor; and every form of theirs by axe.
import assert from "node:assert/strict";
import { afterEach, before, test } from "node:test";
import { checkAccess } from "./support/axe.mjs";
import { open, shotOfFailure } from "./support/browser.mjs";
import { ask } from "./support/flows.mjs";
import { inEachTheme } from "./support/stage.mjs";
import { totp } from "./support/totp.mjs";

const [FIRST, SECOND] = ["Correct-Horse-7", "Battery-Staple-8"];

inEachTheme("signing in", (theme, stage) => {
  const [email, other] = [`ada-${theme}@example.com`, `bob-${theme}@example.com`];
  let page;
  before(async () => {
    await stage.server.fitzen("demo", "--email", other, "--days", "10");
    page = await open(stage.browser, { theme });
  });
  afterEach((context) => shotOfFailure(page, context));

  const button = (name) => page.getByRole("button", { name, exact: true });
  const address = () => page.getByLabel("Email or phone number");
  const code = () => page.getByLabel("6-digit code");
  const says = (text) => page.getByRole("alert").filter({ hasText: text }).waitFor();
  const title = (name) => page.getByRole("heading", { name, level: 1, exact: true }).waitFor();
  const session = () => page.evaluate(() => localStorage.getItem("fitzen.session"));
  const today = () => button("Add 250 ml").waitFor();
  const signOut = async () => {
    await page.goto(`${stage.server.url}/you`);
    await button("Sign out").click();
    await page.getByRole("dialog").getByRole("button", { name: "Sign out" }).click();
    await button("Send code").waitFor();
    assert.equal(await session(), null);
  };
  const byPassword = async (who, password) => {
    await button("Use a password").click();
    await address().fill(who);
    await page.getByLabel("Password", { exact: true }).fill(password);
    await button("Sign in").click();
  };

  test("a password's form says what is missing", async () => {
    await page.goto(stage.server.url);
    await button("Use a password").click();
    await title("Sign in with a password");
    await checkAccess(page, "password");
    await button("Sign in").click();
    await says("Enter an email address or a phone number.");
    await says("Enter your password.");
    await checkAccess(page, "password, nothing typed");
  });

  test("an account is made by a password that is good enough, and holds once its code is there", async () => {
    await button("Make an account").click();
    await title("Make an account");
    await checkAccess(page, "register");
    await address().fill(email);
    await page.getByLabel("New password").fill("weak");
    await button("Make an account").click();
    await says(/./);
    await checkAccess(page, "register, refused");
    await page.getByLabel("New password").fill(FIRST);
    await button("Make an account").click();
    await title("Enter the code");
    await checkAccess(page, "code");
    const right = await stage.server.code(email);
    await code().fill(right === "000000" ? "111111" : "000000");
    await says(/./);
    assert.equal(await session(), null);
    await checkAccess(page, "code, wrong");
    await code().fill(right);
    await title("What do you want?");
    await button("Skip all for now").click();
    await today();
    assert.equal((await ask(page, "/api/users/me")).email, email);
  });

  test("signs in by the right password, and by no other", async () => {
    await signOut();
    await byPassword(email, SECOND);
    await says(/./);
    assert.equal(await session(), null);
    await checkAccess(page, "password, wrong");
    await page.getByLabel("Password", { exact: true }).fill(FIRST);
    await button("Sign in").click();
    await today();
  });

  let factor;
  test("asks for the second factor, and for a right code of it", async () => {
    const { secret } = await ask(page, "/api/auth/mfa/totp", { method: "POST" });
    const used = totp(secret);
    factor = await ask(page, "/api/auth/mfa/totp/confirm", { method: "POST", body: JSON.stringify({ code: used }) });
    await signOut();
    await byPassword(email, FIRST);
    await title("Second factor");
    await checkAccess(page, "second factor");
    await code().fill(used); // each works once
    await button("Sign in").click();
    await says(/./);
    assert.equal(await session(), null);
    await checkAccess(page, "second factor, wrong");
    await code().fill(totp(secret, 1));
    await button("Sign in").click();
    await today();
  });

  test("a recovery code stands in for the second factor, once", async () => {
    const [recovery] = factor.recovery_codes;
    await signOut();
    await byPassword(email, FIRST);
    await button("Use a recovery code").click();
    await page.getByLabel("Recovery code").fill(recovery);
    await checkAccess(page, "recovery code");
    await button("Sign in").click();
    await today();
    assert.equal((await ask(page, "/api/auth/mfa")).recovery_codes_left, factor.recovery_codes.length - 1);
    await signOut();
    await byPassword(email, FIRST);
    await button("Use a recovery code").click();
    await page.getByLabel("Recovery code").fill(recovery);
    await button("Sign in").click();
    await says(/./);
    assert.equal(await session(), null);
    await button("Back").click();
  });

  test("who forgot the password chooses another by a code", async () => {
    await button("Use a password").click();
    await button("Forgot the password?").click();
    await title("A new password");
    await checkAccess(page, "forgot");
    await address().fill(other);
    await button("Send code").click();
    await title("Choose a new password");
    await checkAccess(page, "reset");
    await button("Save and sign in").click();
    await says("The code has 6 digits.");
    await says("Enter your password.");
    await checkAccess(page, "reset, nothing typed");
    await code().fill(await stage.server.code(other));
    await page.getByLabel("New password").fill(SECOND);
    await button("Save and sign in").click();
    await today();
    await signOut();
    await byPassword(other, SECOND);
    await today();
    assert.equal((await ask(page, "/api/users/me")).email, other);
    assert.deepEqual(page.complaints.filter((text) => !/status of 4\d\d|database connection is closing/.test(text)), []);
  });
});

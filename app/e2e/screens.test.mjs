// Every screen on a year of data: words, edges, axe and the console. `make screens` keeps a picture of each.
//   E2E_VIEWPORT=phone,tablet,desktop  E2E_THEME=light,dark  E2E_LOCALE=es-ES  E2E_LOOK=plain,rtl,large  SCREENS=folder
import assert from "node:assert/strict";
import { mkdir } from "node:fs/promises";
import { after, before, test } from "node:test";
import { checkAccess } from "./support/axe.mjs";
import { open, VIEWPORTS } from "./support/browser.mjs";
import { giveHealth, pressAll, signIn } from "./support/flows.mjs";
import { checkLook, picture, settle } from "./support/look.mjs";
import { addresses, SIGN_IN } from "./support/routes.mjs";
import { inEachTheme } from "./support/stage.mjs";
import { word } from "./support/words.mjs";

const SIZES = (process.env.E2E_VIEWPORT ?? "phone").split(",");
const LOCALE = process.env.E2E_LOCALE ?? "en-GB";
const LOOKS = (process.env.E2E_LOOK ?? "plain").split(",");
const FOLDER = process.env.SCREENS;
const LOOK_CSS = { plain: "", rtl: "", large: "html { font-size: 150% !important; }" };

/** The steps of onboarding, as `features/onboarding/steps` has them. */
const QUESTIONS = 8;

inEachTheme("every screen", (theme, stage) => {
  let page, stranger, beginner;
  before(async () => {
    const email = `alex-${theme}@example.com`;
    await stage.server.fitzen("demo", "--email", email);
    const options = { theme, locale: LOCALE };
    [page, stranger, beginner] = [await open(stage.browser, options), await open(stage.browser, options), await open(stage.browser, options)];
    await signIn(page, stage.server, email);
    await settle(page);
    await giveHealth(page, {});
    await signIn(beginner, stage.server, `new-${theme}@example.com`);
    await beginner.getByRole("progressbar").waitFor();
    await stranger.route("**/api/auth/login", (route) => route.fulfill({ json: { mfa_required: true, mfa_token: "none", methods: ["totp"] } })); // whoever it is, there is a form for it
  });
  after(() => Promise.all([page, stranger, beginner].map((each) => each?.context().close())));

  const press = async (on, key) => on.getByRole("button", { name: await word(LOCALE, key), exact: true }).click();
  let strangers = 0;
  const toForm = async (keys) => {
    await stranger.goto(`${stage.server.url}/sign-in`);
    if (keys.length) await stranger.locator("input[autocomplete=username]").fill(`stranger-${theme}-${(strangers += 1)}@example.com`);
    for (const key of keys) {
      if (key === "auth.signIn") await stranger.locator("input[autocomplete=current-password]").fill("Correct-Horse-7");
      await press(stranger, key);
    }
  };

  for (const size of SIZES)
    for (const look of LOOKS)
      test(`${size}, ${look}`, async (context) => {
        /** Show a screen by `show`, and look at it. */
        const see = (on, name, show) =>
          context.test(name, async () => {
            on.complaints.length = 0;
            await on.setViewportSize(VIEWPORTS[size]);
            await show();
            await on.evaluate((dir) => (document.documentElement.dir = dir), look === "rtl" ? "rtl" : "ltr");
            if (LOOK_CSS[look]) await on.addStyleTag({ content: LOOK_CSS[look] });
            await settle(on);
            if (FOLDER) {
              const folder = `${FOLDER}/${[size, theme, ...(look === "plain" ? [] : [look]), ...(LOCALE === "en-GB" ? [] : [LOCALE])].join("-")}`;
              await mkdir(folder, { recursive: true });
              await picture(on, `${folder}/${name.replace(/\W+/g, "-").replace(/^-|-$/g, "") || "today"}.png`);
            }
            await checkLook(on, name);
            if (look === "plain") await checkAccess(on, `${name} (${size}, ${theme})`);
            assert.deepEqual(on.complaints, [], name);
          });
        for (const [form, keys] of Object.entries(SIGN_IN)) await see(stranger, `/sign-in ${form}`, () => toForm(keys));
        await beginner.goto(`${stage.server.url}/onboarding`);
        for (let step = 1; step <= QUESTIONS; step += 1) await see(beginner, `/onboarding ${step}`, () => step > 1 && press(beginner, "common.next"));
        assert.equal(await beginner.getByRole("progressbar").getAttribute("aria-valuenow"), "100", "onboarding has other steps");
        await pressAll(beginner.getByRole("button", { name: await word(LOCALE, "common.back"), exact: true }));
        for (const { name, path } of await addresses(page)) await see(page, name, () => page.goto(`${stage.server.url}${path}`));
      });
}, { timeout: 30 * 60_000 });

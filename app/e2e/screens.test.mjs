// Every screen on a year of data: words, edges, axe and the console. `make screens` keeps a picture of each.
//   E2E_VIEWPORT=phone,tablet,desktop  E2E_THEME=light,dark  E2E_LOCALE=es-ES  E2E_LOOK=plain,rtl,large  SCREENS=folder
import assert from "node:assert/strict";
import { mkdir } from "node:fs/promises";
import { after, before, test } from "node:test";
import { checkAccess } from "./support/axe.mjs";
import { open, VIEWPORTS } from "./support/browser.mjs";
import { signIn } from "./support/flows.mjs";
import { checkLook, picture, settle } from "./support/look.mjs";
import { addresses } from "./support/routes.mjs";
import { inEachTheme } from "./support/stage.mjs";

const SIZES = (process.env.E2E_VIEWPORT ?? "phone").split(",");
const LOCALE = process.env.E2E_LOCALE ?? "en-GB";
const LOOKS = (process.env.E2E_LOOK ?? "plain").split(",");
const FOLDER = process.env.SCREENS;
const LOOK_CSS = { plain: "", rtl: "", large: "html { font-size: 150% !important; }" };

inEachTheme("every screen", (theme, stage) => {
  let page;
  before(async () => {
    const email = `alex-${theme}@example.com`;
    await stage.server.fitzen("demo", "--email", email);
    page = await open(stage.browser, { theme, locale: LOCALE });
    await signIn(page, stage.server, email);
    await settle(page);
  });
  after(() => page?.context().close());

  for (const size of SIZES)
    for (const look of LOOKS)
      test(`${size}, ${look}`, async (context) => {
        await page.setViewportSize(VIEWPORTS[size]);
        for (const { name, path } of await addresses(page))
          await context.test(name, async () => {
            page.complaints.length = 0;
            await page.goto(`${stage.server.url}${path}`);
            await page.evaluate((dir) => (document.documentElement.dir = dir), look === "rtl" ? "rtl" : "ltr");
            if (LOOK_CSS[look]) await page.addStyleTag({ content: LOOK_CSS[look] });
            await settle(page);
            if (FOLDER) {
              const folder = `${FOLDER}/${[size, theme, ...(look === "plain" ? [] : [look]), ...(LOCALE === "en-GB" ? [] : [LOCALE])].join("-")}`;
              await mkdir(folder, { recursive: true });
              await picture(page, `${folder}/${name.replace(/\W+/g, "-").replace(/^-|-$/g, "") || "today"}.png`);
            }
            await checkLook(page, name);
            if (look === "plain") await checkAccess(page, `${name} (${size}, ${theme})`);
            assert.deepEqual(page.complaints, [], name);
          });
      });
}, { timeout: 30 * 60_000 });

/** A browser's page says which language it is in. */

import i18n, { loadLanguage, setLanguage } from ".";
import spanish from "./es";

jest.mock("./page", () => {
  Object.assign(globalThis, { document: { documentElement: { lang: "" } } });
  return jest.requireActual("./page.web");
});

test("the page's language is the one that is spoken, from the start and after each change", async () => {
  await loadLanguage();
  expect(document.documentElement.lang).toBe("en");
  i18n.addResourceBundle("es", "translation", spanish);
  await setLanguage("es");
  expect(document.documentElement.lang).toBe("es");
  await setLanguage("en");
  expect(document.documentElement.lang).toBe("en");
});

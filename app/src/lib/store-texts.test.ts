/** What the stores and the systems show of the app keeps to their limits, in both languages, and says the same everywhere. */

import app from "../../app.json";
import eas from "../../eas.json";
import en from "../../locales/en.json";
import es from "../../locales/es.json";
import apple from "../../store/apple.json";
import google from "../../store/google.json";
import { dependencies } from "../../package.json";
import privacy from "../../store/privacy.json";

const { info } = apple.apple;

test.each(Object.entries(info))("the App Store's limits hold in %s", (_language, { title, subtitle, description, keywords, promoText }) => {
  expect(title.length).toBeLessThanOrEqual(30);
  expect(subtitle.length).toBeLessThanOrEqual(30);
  expect(promoText.length).toBeLessThanOrEqual(170);
  expect(description.length).toBeLessThanOrEqual(4000);
  expect(keywords.join(",").length).toBeLessThanOrEqual(100);
  expect(new Set(keywords).size).toBe(keywords.length);
});

test.each(Object.entries(google.listings))("Play's limits hold in %s", (language, { title, shortDescription }) => {
  expect(title.length).toBeLessThanOrEqual(30);
  expect(shortDescription.length).toBeLessThanOrEqual(80);
  expect(Object.keys(info)).toContain(language);
});

test("every permission text is there in both languages, and each another one", () => {
  expect(Object.keys(es.ios).sort()).toEqual(Object.keys(en.ios).sort());
  const same = Object.entries(en.ios).filter(([key, text]) => key !== "CFBundleDisplayName" && es.ios[key as keyof typeof es.ios] === text);
  expect(same).toEqual([]);
  expect(Object.values(en.ios).every((text) => text.length <= 200)).toBe(true);
});

test("plugins have the texts that the English file has", () => {
  const given = app.expo.plugins.flatMap((plugin) => (Array.isArray(plugin) && typeof plugin[1] === "object" ? Object.entries(plugin[1]) : []));
  const texts = given.filter(([key]) => /Permission$|UsageDescription$/.test(key)).map(([, text]) => text);
  expect(texts.length).toBeGreaterThan(8);
  expect(texts.filter((text) => !Object.values(en.ios).includes(text as string))).toEqual([]);
});

test("Play is told why of each health permission that the app asks for", () => {
  const asked = app.expo.android.permissions.map((name) => name.replace("android.permission.health.", ""));
  expect(Object.keys(google.healthConnect).sort()).toEqual([...asked].sort());
});

test("no tracking is told of, and each kind of data once", () => {
  expect([privacy.tracking, privacy.sharedWithThirdParties]).toEqual([false, false]);
  const kinds = privacy.collected.map(({ apple: kind }) => kind);
  expect(new Set(kinds).size).toBe(kinds.length);
});

test("what is handed out counts up, and only what is for developing has their client", () => {
  const { development, preview, production } = eas.build;
  expect([preview.autoIncrement, production.autoIncrement]).toEqual([true, true]);
  expect(development.env.APP_VARIANT).toBe("development");
  expect(Object.entries(eas.build).filter(([, build]) => "developmentClient" in build)).toEqual([["development", expect.objectContaining({ developmentClient: true })]]);
  expect(Object.keys(dependencies)).toContain("expo-dev-client");
});

test("no build has a channel, for none could be updated by one", () => {
  expect(Object.keys(dependencies)).not.toContain("expo-updates");
  expect(Object.entries(eas.build).filter(([, build]) => "channel" in build)).toEqual([]);
});

// Every screen of the app, as its files in src/app tell, with an address that shows it to the person who is signed in.
import { readdir } from "node:fs/promises";
import { relative } from "node:path";
import { ask } from "./flows.mjs";

const FOLDER = new URL("../../src/app", import.meta.url).pathname;

/** Screens for those who are not signed in, or not asked yet: they are come by from form to form. */
const OUTSIDE = ["/onboarding", "/sign-in"];

/** The forms of `/sign-in`, by the words that are pressed from the first on. */
export const SIGN_IN = {
  "": [],
  password: ["auth.usePassword"],
  register: ["auth.usePassword", "auth.registerTitle"],
  forgot: ["auth.usePassword", "auth.forgot"],
  code: ["auth.sendCode"],
  reset: ["auth.usePassword", "auth.forgot", "auth.sendCode"],
  factor: ["auth.usePassword", "auth.signIn"],
  recovery: ["auth.usePassword", "auth.signIn", "auth.recovery"],
};

/** What stands in the place of `[id]` on a route: the id of a thing that the person has. */
const newest = (path, id = (item) => item.id) => async (page) => id((await ask(page, path)).items[0]);
const IDS = {
  "/due/[id]": newest("/api/reminders/me"),
  "/exercise/[id]": async () => "barbell-bench-press",
  "/recipe/[id]": newest("/api/recipes/me"),
  "/reminders/[id]": newest("/api/reminders/me"),
  "/session/[id]": newest("/api/workouts/me"),
  "/workout/[id]": newest("/api/workouts/me"),
  "/you/library/[slug]": newest("/api/knowledge/articles", (item) => item.slug),
  "/goal/[id]": newest("/api/goals/me"),
  "/habit/[id]": newest("/api/habits/me"),
  "/measure/[kind]": async () => "weight_kg",
  "/food/[id]": newest("/api/foods/favourites/me"),
  "/meal/[id]": newest("/api/nutrition/meals/me"),
};

/** Addresses beside the plain ones: a screen that shows something else when it is asked to. */
const ALSO = ["/session?planned=1", "/"];

/** Routes as files name them: `/workout/[id]`. */
export async function routes() {
  const entries = await readdir(FOLDER, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => relative(FOLDER, `${entry.parentPath}/${entry.name}`));
  const paths = files.filter((file) => !/(^|\/)[_+]/.test(file)).map((file) => `/${file.replace(/\.tsx$/, "").replace(/\([^)]*\)\//g, "")}`);
  return paths.map((path) => path.replace(/\/index$/, "") || "/").sort();
}

/** Addresses of all screens that are open to the person on a page. A route with an `[id]` that IDS does not have is an error. */
export async function addresses(page) {
  const found = [];
  for (const route of await routes()) {
    if (OUTSIDE.includes(route)) continue;
    if (!route.includes("[")) found.push({ name: route, path: route });
    else if (IDS[route]) found.push({ name: route, path: route.replace(/\[[^\]]+\]/, await IDS[route](page)) });
    else throw new Error(`${route}: e2e/support/routes.mjs does not say whose id to show`);
  }
  return [...found, ...ALSO.map((path) => ({ name: path, path }))];
}

export { newest };

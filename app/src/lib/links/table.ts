/** What each link from outside opens: notifications of the server and of this device, `fitzen://…`, and https links. */

/** The paths that the server and older builds name, and the app's own place of each. Any other path is one of the app, or lands on Today. */
const PLACES: [path: RegExp, place: string][] = [
  [/^\/reminders\/([\w-]+)$/, "/due/$1"],
  [/^\/achievements$/, "/records"],
  [/^\/(today|home)$/, "/"],
  [/^\/settings$/, "/you"],
  [/^\/(sign-in|onboarding)$/, "/"],
];

type Asked = { kind?: unknown; target_id?: unknown };

/** Where a reminder leads: to what it is about. */
const ABOUT: Record<string, (target: string | null) => string> = {
  workout: () => "/train",
  meal: () => "/food",
  water: () => "/",
  habit: (target) => (target ? `/habit/${target}` : "/habits"),
  measurement: (target) => (target ? `/measure/${target}` : "/measure"),
  custom: () => "/reminders",
};

/** Return the app's place for a link, with its query; Today for what is none. */
export function placeOf(link: string): string {
  const [path, query] = split(link);
  if (path === null) return "/";
  const rule = PLACES.find(([pattern]) => pattern.test(path));
  const place = rule ? path.replace(rule[0], rule[1]) : path;
  return query ? `${place}?${query}` : place;
}

/** Return where a reminder leads; Today where it is not there any more. */
export function placeOfReminder(reminder: Asked | null): string {
  const target = typeof reminder?.target_id === "string" ? reminder.target_id : null;
  return ABOUT[String(reminder?.kind)]?.(target) ?? "/";
}

/** A link of the app's own scheme has its first part where others have a host: `fitzen://train`. */
function split(link: string): [path: string | null, query: string] {
  const found = /^(?:([a-z][a-z0-9+.-]*):\/\/)?([^?#]*)(?:\?([^#]*))?/i.exec(link.trim());
  const [, scheme, rest = "", query = ""] = found ?? [];
  if (scheme && !/^(https?|fitzen)$/i.test(scheme)) return [null, ""];
  const isWeb = !!scheme && /^http/i.test(scheme);
  const parts = rest.split("/").filter(Boolean);
  if (isWeb) parts.shift();
  if (!scheme && rest && !rest.startsWith("/")) return [null, ""];
  return parts.some((part) => part === ".." || part === ".") ? [null, ""] : [`/${parts.join("/")}`, query];
}

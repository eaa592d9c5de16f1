/** Say what a User-Agent is, as far as a person would know it. */

const PROGRAMS: [RegExp, string][] = [
  [/Fitzen|Expo/i, "Fitzen"],
  [/Edg(e|A|iOS)?\//, "Edge"],
  [/OPR\/|Opera/, "Opera"],
  [/SamsungBrowser/, "Samsung Internet"],
  [/Firefox|FxiOS/, "Firefox"],
  [/Chrome|CriOS|Chromium/, "Chrome"],
  [/Safari/, "Safari"],
  [/okhttp|CFNetwork/, "Fitzen"],
];
const SYSTEMS: [RegExp, string][] = [
  [/iPad/, "iPad"],
  [/iPhone/, "iPhone"],
  [/Android|okhttp/, "Android"],
  [/Windows/, "Windows"],
  [/CrOS/, "ChromeOS"],
  [/Mac OS X|Macintosh/, "Mac"],
  [/Darwin|CFNetwork/, "iPhone"],
  [/Linux/, "Linux"],
];

const first = (rules: [RegExp, string][], agent: string): string | null => rules.find(([rule]) => rule.test(agent))?.[1] ?? null;

export const deviceOf = (agent: string) => ({ program: first(PROGRAMS, agent), system: first(SYSTEMS, agent) });

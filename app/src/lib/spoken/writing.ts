/** How numbers and days of the server's sentences are written here. */

import { noonOf } from "@/lib/day";
import type { Writing } from "./parts";

const MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");

export function writingIn(tag: string, name: Writing["name"]): Writing {
  const whole = new Intl.DateTimeFormat(tag, { day: "numeric", month: "short", year: "numeric" });
  const short = new Intl.DateTimeFormat(tag, { day: "numeric", month: "short" });
  return {
    name,
    number: (text) => {
      const [, after = ""] = text.split(".");
      const digits = after === "0" ? 0 : after.length;
      return new Intl.NumberFormat(tag, { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(Number(text.replaceAll(",", "")));
    },
    day: (text) => {
      if (/^\d{4}-\d\d-\d\d$/.test(text)) return whole.format(noonOf(text));
      const [, day, month, year] = /^(\d{1,2}) ([A-Z][a-z]{2})(?: (\d{4}))?$/.exec(text) ?? [];
      const place = MONTHS.indexOf(month ?? "");
      if (!day || place < 0) return null;
      return (year ? whole : short).format(new Date(Number(year ?? 2024), place, Number(day), 12)); // 2024 has a 29 February
    },
  };
}

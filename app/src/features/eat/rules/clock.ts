/** Read a time of day as somebody types it (`7:30`, `0730`, `19.05`, `7`); null for what is none. */
export function clockFrom(typed: string): string | null {
  const digits = /^(\d{1,2})[:.h ]?(\d{2})?$/.exec(typed.trim());
  if (!digits) return null;
  const [hour, minute] = [Number(digits[1]), Number(digits[2] ?? 0)];
  return hour < 24 && minute < 60 ? `${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}` : null;
}

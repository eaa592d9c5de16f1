import { createElement } from "react";
import { withOffset } from "@/lib/day";
import type { WhenProps } from "./when-props";

const local = (moment: Date) => withOffset(moment).slice(0, 16);

/** The browser's own field of a day and a time. */
export function WhenField({ label, value, onChange }: WhenProps) {
  return createElement("input", {
    type: "datetime-local",
    "aria-label": label,
    value: local(value),
    max: local(new Date()),
    onChange: (event: { target: { value: string } }) => {
      const next = new Date(event.target.value);
      if (!Number.isNaN(next.getTime())) onChange(next);
    },
    className: "min-h-12 w-full px-4 rounded-field bg-raised text-ink text-base",
    style: { colorScheme: "light dark", fontFamily: "inherit", borderWidth: 0, boxSizing: "border-box" },
  });
}

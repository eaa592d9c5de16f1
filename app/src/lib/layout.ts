/** From this width on there is a side rail instead of a bottom bar, and columns beside each other: Tailwind's `md`. */
export const WIDE = 768;

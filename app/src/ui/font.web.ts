/** The font of charts and of what is typed: without a name a browser takes any that has digits, emoji too. */
export const FONT: string | undefined = "system-ui, sans-serif";

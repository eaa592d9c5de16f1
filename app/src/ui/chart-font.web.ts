/** The font of charts: without a name a browser takes any that has digits, emoji too. */
export const CHART_FONT: string | undefined = "system-ui, sans-serif";

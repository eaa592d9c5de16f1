/** The font of charts and of what is typed: the one of the phone. */
export const CHART_FONT: string | undefined = undefined;

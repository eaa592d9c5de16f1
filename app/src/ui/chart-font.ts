/** The font of charts: the one of the phone. */
export const CHART_FONT: string | undefined = undefined;

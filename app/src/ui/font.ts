/** The font of charts and of what is typed: the one of the phone. */
export const FONT: string | undefined = undefined;

/** `onCode` is told a code once, until another one is seen. */
export type LensProps = { onCode: (code: string) => void };

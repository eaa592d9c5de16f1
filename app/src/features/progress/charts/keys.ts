/** A phone has no arrow keys: its screen reader swipes up and down, which is `accessibilityActions`. */
export const keyProps = (_onKey: (key: string) => boolean): object => ({});

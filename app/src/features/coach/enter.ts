/** A phone's keyboard has a key for a new line, and the screen a button that sends. */
export const sendsOn = (_event: unknown): boolean => false;

/** A phone has the app itself. */
export function keepApp(): void {}

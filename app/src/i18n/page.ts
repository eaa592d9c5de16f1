/** A phone's screen reader knows the language of the app from the system. */
export function tellPage(_language: string): void {}

/** What other windows of the app do on this device: it has one. */

/** Do something that no other window does at the same time. */
export const alone = <T>(_name: string, task: () => Promise<T>): Promise<T> => task();

/** Be told that another window has kept a secret anew, or forgotten it. */
export const onSecretElsewhere = (_name: string, _listener: () => void): void => undefined;

/** Forget everything that this window has in memory: it was somebody's who has signed out in another. */
export const startAnew = (): void => undefined;

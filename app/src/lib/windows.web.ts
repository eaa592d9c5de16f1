/** What other windows of the app do in this browser. */

/** Do something that no other window does at the same time, where the browser can see to that: on https. */
export const alone = <T>(name: string, task: () => Promise<T>): Promise<T> => (navigator.locks ? navigator.locks.request(name, task) : task());

/** Be told that another window has kept a secret anew, or forgotten it. */
export const onSecretElsewhere = (name: string, listener: () => void): void =>
  window.addEventListener("storage", ({ key }) => {
    if (key === name || key === null) listener();
  });

/** Forget everything that this window has in memory: it was somebody's who has signed out in another. */
export const startAnew = (): void => globalThis.location.reload();

/** The server pushes to no browser: it has no VAPID key. Notices come while a window is open (lib/notices). */

export const platform = "web";
export const pushToken = (): Promise<string | null | undefined> => Promise.resolve(null);
export const onToken = (_listener: () => void) => (): void => undefined;
export const dropToken = (): Promise<void> => Promise.resolve();

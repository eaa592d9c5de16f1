/** A browser is locked by its device: there is no lock of the app's own. */

import type { LockAfter } from "./gate";

export const loadLock = (): Promise<void> => Promise.resolve();
export const lockAfter = (): LockAfter | null => null;
export const setLockAfter = (_next: LockAfter | null): Promise<void> => Promise.resolve();
export const subscribeLock = (_listener: () => void) => (): void => undefined;
export const canLock = (): Promise<boolean> => Promise.resolve(false);
export const unlock = (_prompt: string): Promise<boolean> => Promise.resolve(true);

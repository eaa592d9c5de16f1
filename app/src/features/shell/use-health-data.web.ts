/** A browser has no health store. */
export const useHealthData = (): void => undefined;

/** As large as the server keeps. */
export const MAX_SIDE = 1920;
export const QUALITY = 0.85;

/** Return the size to which a picture is made smaller; null where it is small enough. */
export function fitting(width: number, height: number): { width: number; height: number } | null {
  const part = MAX_SIDE / Math.max(width, height);
  return part < 1 ? { width: Math.round(width * part), height: Math.round(height * part) } : null;
}

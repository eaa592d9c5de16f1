/** A browser has no keychain: what is kept here, scripts of this origin can read, and none but ours run in it. */

export const readSecret = async (name: string): Promise<string | null> => localStorage.getItem(name);
export const keepSecret = async (name: string, value: string | null): Promise<void> => {
  if (value === null) localStorage.removeItem(name);
  else localStorage.setItem(name, value);
};

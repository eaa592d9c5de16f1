/** The device's secrets, in memory: what a test has in the place of `@/lib/secrets`. */

const kept = new Map<string, string>();

export const readSecret = async (name: string): Promise<string | null> => kept.get(name) ?? null;

export async function keepSecret(name: string, value: string | null): Promise<void> {
  if (value === null) kept.delete(name);
  else kept.set(name, value);
}

/** Google and Apple on a phone. Their native sign-in needs a build with their keys; without them none is offered. */

export type Provider = "google" | "apple";
export type SocialToken = { id_token: string; nonce?: string; name?: string };

export const socialProviders = (): Provider[] => [];

export const socialToken = (_provider: Provider): Promise<SocialToken | null> => Promise.resolve(null);

/** Google and Apple in a browser: OpenID Connect's own page in a pop-up, which hands an ID token back. */

import * as Crypto from "expo-crypto";
import * as WebBrowser from "expo-web-browser";

export type Provider = "google" | "apple";
export type SocialToken = { id_token: string; nonce?: string; name?: string };

const CLIENTS = { google: process.env.EXPO_PUBLIC_GOOGLE_WEB_CLIENT_ID, apple: process.env.EXPO_PUBLIC_APPLE_SERVICE_ID };
const PAGES = {
  google: { url: "https://accounts.google.com/o/oauth2/v2/auth", response_type: "id_token", scope: "openid email profile" },
  apple: { url: "https://appleid.apple.com/auth/authorize", response_type: "code id_token", scope: "" },
};
/** How Google and Apple say that somebody did not want to. */
const CHANGED_MIND = ["access_denied", "user_cancelled_authorize"];

WebBrowser.maybeCompleteAuthSession();

/** Return those that this build is configured for. */
export const socialProviders = (): Provider[] => (["google", "apple"] as const).filter((provider) => CLIENTS[provider]);

/** Ask who somebody is; null where they changed their mind. */
export async function socialToken(provider: Provider): Promise<SocialToken | null> {
  const { url, response_type, scope } = PAGES[provider];
  const nonce = Crypto.randomUUID();
  const back = `${globalThis.location.origin}/sign-in`;
  const query = new URLSearchParams({ client_id: CLIENTS[provider] ?? "", redirect_uri: back, response_type, response_mode: "fragment", nonce, ...(scope && { scope }) });
  const answer = await WebBrowser.openAuthSessionAsync(`${url}?${query.toString()}`, back);
  if (answer.type !== "success") return null;
  const found = new URLSearchParams(new URL(answer.url).hash.slice(1));
  const [token, refused] = [found.get("id_token"), found.get("error")];
  if (token) return { id_token: token, nonce };
  if (refused && CHANGED_MIND.includes(refused)) return null;
  throw new Error(refused ?? "There is no ID token.");
}

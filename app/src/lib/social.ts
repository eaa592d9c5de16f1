/** Google and Apple on a phone, where the build has their ids: Apple's own sheet, and Google's page with code and PKCE. */

import * as AppleAuthentication from "expo-apple-authentication";
import { AuthRequest, exchangeCodeAsync, ResponseType } from "expo-auth-session";
import Constants from "expo-constants";
import * as Crypto from "expo-crypto";
import { Platform } from "react-native";

export type Provider = "google" | "apple";
export type SocialToken = { id_token: string; nonce?: string; name?: string };

const GOOGLE = { authorizationEndpoint: "https://accounts.google.com/o/oauth2/v2/auth", tokenEndpoint: "https://oauth2.googleapis.com/token" };
const isApple = Platform.OS === "ios";
const googleId = isApple ? process.env.EXPO_PUBLIC_GOOGLE_IOS_CLIENT_ID : process.env.EXPO_PUBLIC_GOOGLE_ANDROID_CLIENT_ID;
const hasApple = isApple && process.env.EXPO_PUBLIC_APPLE_SIGN_IN === "1";

/** Return those that this build is configured for. */
export const socialProviders = (): Provider[] => [...(googleId ? (["google"] as const) : []), ...(hasApple ? (["apple"] as const) : [])];

/** Ask who somebody is; null where they changed their mind. */
export const socialToken = (provider: Provider): Promise<SocialToken | null> => (provider === "google" ? google(googleId ?? "") : apple());

/** Google answers an iPhone by the id turned round, an Android phone by the name of the app. */
function redirect(clientId: string): string {
  const scheme = isApple ? clientId.split(".").reverse().join(".") : Constants.expoConfig?.android?.package;
  return `${scheme}:/oauthredirect`;
}

async function google(clientId: string): Promise<SocialToken | null> {
  const nonce = Crypto.randomUUID();
  const redirectUri = redirect(clientId);
  const request = new AuthRequest({ clientId, redirectUri, scopes: ["openid", "email", "profile"], responseType: ResponseType.Code, usePKCE: true, extraParams: { nonce } });
  const answer = await request.promptAsync(GOOGLE);
  if (answer.type === "error" && answer.params.error !== "access_denied") throw new Error(answer.error?.message ?? "Google did not sign in.");
  if (answer.type !== "success") return null;
  const extraParams = { code_verifier: request.codeVerifier ?? "" };
  const { idToken } = await exchangeCodeAsync({ clientId, redirectUri, code: answer.params.code ?? "", extraParams }, GOOGLE);
  if (!idToken) throw new Error("Google gave no ID token.");
  return { id_token: idToken, nonce };
}

/** Apple puts the nonce into its token, where the server looks for it. The name comes the first time only. */
async function apple(): Promise<SocialToken | null> {
  const nonce = Crypto.randomUUID();
  const { FULL_NAME, EMAIL } = AppleAuthentication.AppleAuthenticationScope;
  try {
    const { identityToken, fullName } = await AppleAuthentication.signInAsync({ requestedScopes: [FULL_NAME, EMAIL], nonce });
    const name = [fullName?.givenName, fullName?.familyName].filter(Boolean).join(" ");
    if (!identityToken) throw new Error("Apple gave no ID token.");
    return { id_token: identityToken, nonce, ...(name && { name }) };
  } catch (error) {
    if ((error as { code?: string }).code === "ERR_REQUEST_CANCELED") return null;
    throw error;
  }
}

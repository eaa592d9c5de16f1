import { fireEvent, render, screen, waitFor } from "@testing-library/react-native";
import { createHash } from "node:crypto";
import "@/i18n";
import { currentSession, endSession } from "@/api/session";
import { SignInScreen } from "./screen";

const CLIENT = "42-abc.apps.googleusercontent.com";
const REDIRECT = "com.googleusercontent.apps.42-abc:/oauthredirect";
const SESSION = { access_token: "a", refresh_token: "r", expires_in: 900, token_type: "Bearer", is_new_user: true, user: { id: "u1" } };

jest.mock("@/lib/social", () => {
  Object.assign(process.env, { EXPO_PUBLIC_GOOGLE_IOS_CLIENT_ID: "42-abc.apps.googleusercontent.com", EXPO_PUBLIC_APPLE_SIGN_IN: "1" });
  return jest.requireActual<typeof import("@/lib/social")>("@/lib/social");
});
/** What the system's browser comes back with, of the address that it was sent to. */
const mockBrowser = jest.fn<object, [URL, string]>();
jest.mock("expo-web-browser", () => ({ openAuthSessionAsync: async (url: string, back: string) => mockBrowser(new URL(url), back), maybeCompleteAuthSession: () => undefined }));
const mockApple = jest.fn<Promise<object>, [object]>();
jest.mock("expo-apple-authentication", () => ({ AppleAuthenticationScope: { FULL_NAME: 0, EMAIL: 1 }, signInAsync: (asked: object) => mockApple(asked) }));
jest.mock("expo-crypto", () => {
  const { createHash: hash, webcrypto, randomUUID } = jest.requireActual<typeof import("node:crypto")>("node:crypto");
  return { randomUUID, getRandomValues: (bytes: Uint8Array<ArrayBuffer>) => webcrypto.getRandomValues(bytes), CryptoDigestAlgorithm: { SHA256: "sha256" }, CryptoEncoding: { BASE64: "base64" }, digestStringAsync: async (kind: string, text: string) => hash(kind).update(text).digest("base64") };
});
jest.mock("expo-secure-store", () => {
  const kept = new Map<string, string>();
  return { getItemAsync: async (name: string) => kept.get(name) ?? null, setItemAsync: async (name: string, value: string) => void kept.set(name, value), deleteItemAsync: async (name: string) => void kept.delete(name) };
});

const answers = new Map<string, { status: number; body: unknown }>();
const asked: { path: string; body: Record<string, string> }[] = [];

beforeEach(async () => {
  await endSession();
  asked.length = 0;
  answers.clear();
  mockBrowser.mockReset();
  mockApple.mockReset();
  globalThis.fetch = jest.fn(async (input: Request | string, init?: RequestInit) => {
    const [url, text] = typeof input === "string" ? [input, String(init?.body)] : [input.url, await input.text()];
    const path = new URL(url).pathname;
    asked.push({ path, body: (text.startsWith("{") ? JSON.parse(text) : Object.fromEntries(new URLSearchParams(text))) as Record<string, string> });
    const { status, body } = answers.get(path) ?? { status: 404, body: {} };
    return new Response(JSON.stringify(body), { status, headers: { "Content-Type": "application/json" } });
  }) as unknown as typeof fetch;
});

const press = async (name: string) => {
  await render(<SignInScreen />);
  await fireEvent.press(screen.getByRole("button", { name }));
};
/** It is as if nothing had been pressed: nothing is said, and it can be pressed again. */
const isQuiet = async (name: string) => {
  await waitFor(() => expect(screen.getByRole("button", { name }).props.accessibilityState?.disabled ?? false).toBe(false));
  expect(screen.queryByRole("alert")).toBeNull();
  expect(currentSession()).toBeNull();
};

describe("Google", () => {
  const google = "Continue with Google";
  const comeBack = (params: Record<string, string>) => mockBrowser.mockImplementation((url) => ({ type: "success", url: `${REDIRECT}?${new URLSearchParams({ state: url.searchParams.get("state")!, ...params }).toString()}` }));

  test("by its code and PKCE comes an ID token, which the server gets with the nonce that was asked with", async () => {
    comeBack({ code: "c" });
    answers.set("/token", { status: 200, body: { access_token: "x", token_type: "Bearer", id_token: "google.id.token" } });
    answers.set("/api/auth/google-signin", { status: 200, body: SESSION });
    await press(google);
    await waitFor(() => expect(currentSession()?.userId).toBe("u1"));
    const [url, back] = mockBrowser.mock.calls[0]!;
    const query = Object.fromEntries(url.searchParams);
    expect([url.origin + url.pathname, back]).toEqual(["https://accounts.google.com/o/oauth2/v2/auth", REDIRECT]);
    expect(query).toMatchObject({ client_id: CLIENT, redirect_uri: REDIRECT, response_type: "code", scope: "openid email profile", code_challenge_method: "S256" });
    const [exchange, signIn] = asked;
    expect(exchange).toMatchObject({ path: "/token", body: { code: "c", client_id: CLIENT, redirect_uri: REDIRECT } });
    expect(createHash("sha256").update(exchange!.body.code_verifier!).digest("base64url")).toBe(query.code_challenge);
    expect(signIn).toEqual({ path: "/api/auth/google-signin", body: { id_token: "google.id.token", nonce: query.nonce } });
    expect(asked).toHaveLength(2);
  });

  test.each([
    ["closes the page", () => mockBrowser.mockReturnValue({ type: "cancel" })],
    ["leaves it", () => mockBrowser.mockReturnValue({ type: "dismiss" })],
    ["says no there", () => comeBack({ error: "access_denied" })],
  ])("who %s is asked nothing more and told nothing", async (_, answer) => {
    answer();
    await press(google);
    await waitFor(() => expect(mockBrowser).toHaveBeenCalled());
    await isQuiet(google);
    expect(asked).toEqual([]);
  });

  test.each([
    ["Google says that something is wrong", () => comeBack({ error: "invalid_request" }), "Something went wrong."],
    ["what comes back is not of this asking", () => comeBack({ code: "c", state: "another" }), "Something went wrong."],
    ["the code is not taken", () => comeBack({ code: "c" }) && answers.set("/token", { status: 400, body: { error: "invalid_grant" } }), "Something went wrong."],
    ["there is no ID token", () => comeBack({ code: "c" }) && answers.set("/token", { status: 200, body: { access_token: "x", token_type: "Bearer" } }), "Something went wrong."],
    [
      "the server does not take it",
      () => {
        comeBack({ code: "c" });
        answers.set("/token", { status: 200, body: { access_token: "x", token_type: "Bearer", id_token: "google.id.token" } });
        answers.set("/api/auth/google-signin", { status: 401, body: { title: "Unauthorized", status: 401, detail: "This sign-in has expired.", errors: [] } });
      },
      "This sign-in has expired.",
    ],
  ])("it is said where %s", async (_, answer, text) => {
    answer();
    await press(google);
    expect(await screen.findByText(text)).toBeTruthy();
    expect(currentSession()).toBeNull();
    expect(screen.getByRole("button", { name: google }).props.accessibilityState?.disabled ?? false).toBe(false);
  });

  test("a second factor is asked for here too", async () => {
    comeBack({ code: "c" });
    answers.set("/token", { status: 200, body: { access_token: "x", token_type: "Bearer", id_token: "google.id.token" } });
    answers.set("/api/auth/google-signin", { status: 200, body: { mfa_required: true, mfa_token: "m", methods: ["totp"] } });
    await press(google);
    expect(await screen.findByText("Second factor")).toBeTruthy();
  });
});

describe("Apple", () => {
  const apple = "Continue with Apple";

  test("its sheet gives an ID token, which the server gets with the nonce that was asked with, and the name", async () => {
    mockApple.mockResolvedValue({ identityToken: "apple.id.token", fullName: { givenName: "Ana", familyName: "Gil" } });
    answers.set("/api/auth/apple-signin", { status: 200, body: SESSION });
    await press(apple);
    await waitFor(() => expect(currentSession()?.userId).toBe("u1"));
    const { nonce, requestedScopes } = mockApple.mock.calls[0]![0] as { nonce: string; requestedScopes: number[] };
    expect([nonce.length > 20, requestedScopes]).toEqual([true, [0, 1]]);
    expect(asked).toEqual([{ path: "/api/auth/apple-signin", body: { id_token: "apple.id.token", nonce, name: "Ana Gil" } }]);
  });

  test("the name comes the first time only", async () => {
    mockApple.mockResolvedValue({ identityToken: "apple.id.token", fullName: { givenName: null, familyName: null } });
    answers.set("/api/auth/apple-signin", { status: 200, body: SESSION });
    await press(apple);
    await waitFor(() => expect(currentSession()?.userId).toBe("u1"));
    expect(Object.keys(asked[0]!.body).sort()).toEqual(["id_token", "nonce"]);
  });

  test("who closes the sheet is told nothing", async () => {
    mockApple.mockRejectedValue(Object.assign(new Error("The user canceled the authorization attempt"), { code: "ERR_REQUEST_CANCELED" }));
    await press(apple);
    await waitFor(() => expect(mockApple).toHaveBeenCalled());
    await isQuiet(apple);
    expect(asked).toEqual([]);
  });

  test("what fails is said, in the server's words where it has some", async () => {
    mockApple.mockRejectedValueOnce(Object.assign(new Error("The authorization attempt failed"), { code: "ERR_REQUEST_FAILED" }));
    await press(apple);
    expect(await screen.findByText("Something went wrong.")).toBeTruthy();
    mockApple.mockResolvedValueOnce({ identityToken: null, fullName: null });
    await fireEvent.press(screen.getByRole("button", { name: apple }));
    await waitFor(() => expect(mockApple).toHaveBeenCalledTimes(2));
    expect(await screen.findByText("Something went wrong.")).toBeTruthy();
    mockApple.mockResolvedValueOnce({ identityToken: "apple.id.token", fullName: null });
    answers.set("/api/auth/apple-signin", { status: 401, body: { title: "Unauthorized", status: 401, detail: "This sign-in has expired.", errors: [] } });
    await fireEvent.press(screen.getByRole("button", { name: apple }));
    expect(await screen.findByText("This sign-in has expired.")).toBeTruthy();
    expect(currentSession()).toBeNull();
  });
});

import { fireEvent, render, screen, waitFor } from "@testing-library/react-native";
import "@/i18n";
import { currentSession, endSession } from "@/api/session";
import { SignInScreen } from "./screen";

const ORIGIN = "https://fitzen.test";
const SESSION = { access_token: "a", refresh_token: "r", expires_in: 900, token_type: "Bearer", is_new_user: true, user: { id: "u1" } };

jest.mock("@/lib/social", () => {
  Object.assign(process.env, { EXPO_PUBLIC_GOOGLE_WEB_CLIENT_ID: "google-web", EXPO_PUBLIC_APPLE_SERVICE_ID: "apple-web" });
  return jest.requireActual<typeof import("@/lib/social.web")>("@/lib/social.web");
});
/** What the pop-up comes back with, of the address that it was opened at. */
const mockPopUp = jest.fn<object, [URL, string]>();
jest.mock("expo-web-browser", () => ({ openAuthSessionAsync: async (url: string, back: string) => mockPopUp(new URL(url), back), maybeCompleteAuthSession: () => undefined }));
jest.mock("expo-secure-store", () => {
  const kept = new Map<string, string>();
  return { getItemAsync: async (name: string) => kept.get(name) ?? null, setItemAsync: async (name: string, value: string) => void kept.set(name, value), deleteItemAsync: async (name: string) => void kept.delete(name) };
});
jest.mock("expo-crypto", () => ({ randomUUID: () => jest.requireActual<typeof import("node:crypto")>("node:crypto").randomUUID() }));

const asked: { path: string; body: unknown }[] = [];
let answer = { status: 200, body: SESSION as unknown };

beforeEach(async () => {
  await endSession();
  asked.length = 0;
  answer = { status: 200, body: SESSION };
  mockPopUp.mockReset();
  Object.assign(globalThis, { location: new URL(ORIGIN) });
  globalThis.fetch = jest.fn(async (input: Request) => {
    asked.push({ path: new URL(input.url).pathname, body: JSON.parse(await input.text()) });
    return new Response(JSON.stringify(answer.body), { status: answer.status, headers: { "Content-Type": "application/json" } });
  }) as unknown as typeof fetch;
});

const comeBack = (params: Record<string, string>) => mockPopUp.mockReturnValue({ type: "success", url: `${ORIGIN}/sign-in#${new URLSearchParams(params).toString()}` });
const press = async (name: string) => {
  await render(<SignInScreen />);
  await fireEvent.press(screen.getByRole("button", { name }));
};

test.each([
  ["Continue with Google", "https://accounts.google.com/o/oauth2/v2/auth", "google-web", "id_token", "/api/auth/google-signin"],
  ["Continue with Apple", "https://appleid.apple.com/auth/authorize", "apple-web", "code id_token", "/api/auth/apple-signin"],
])("%s: the page hands back an ID token, which the server gets with the nonce that was asked with", async (name, page, client_id, response_type, path) => {
  comeBack({ id_token: "the.id.token" });
  await press(name);
  await waitFor(() => expect(currentSession()?.userId).toBe("u1"));
  const [url, back] = mockPopUp.mock.calls[0]!;
  const query = Object.fromEntries(url.searchParams);
  expect([url.origin + url.pathname, back]).toEqual([page, `${ORIGIN}/sign-in`]);
  expect(query).toMatchObject({ client_id, redirect_uri: `${ORIGIN}/sign-in`, response_type, response_mode: "fragment" });
  expect(query.nonce!.length).toBeGreaterThan(20);
  expect(asked).toEqual([{ path, body: { id_token: "the.id.token", nonce: query.nonce } }]);
});

test.each([
  ["Continue with Google", () => mockPopUp.mockReturnValue({ type: "cancel" })],
  ["Continue with Google", () => mockPopUp.mockReturnValue({ type: "dismiss" })],
  ["Continue with Google", () => comeBack({ error: "access_denied" })],
  ["Continue with Apple", () => comeBack({ error: "user_cancelled_authorize" })],
])("%s: who changes their mind is told nothing (%#)", async (name, changes) => {
  changes();
  await press(name);
  await waitFor(() => expect(mockPopUp).toHaveBeenCalled());
  await waitFor(() => expect(screen.getByRole("button", { name }).props.accessibilityState?.disabled ?? false).toBe(false));
  expect(screen.queryByText("Something went wrong.")).toBeNull();
  expect(asked).toEqual([]);
  expect(currentSession()).toBeNull();
});

test.each([{ error: "invalid_client" }, {}])("what fails on their page is said: %j", async (params) => {
  comeBack(params as Record<string, string>);
  await press("Continue with Google");
  expect(await screen.findByText("Something went wrong.")).toBeTruthy();
  expect(asked).toEqual([]);
});

test("what the server does not take is said in its words", async () => {
  comeBack({ id_token: "the.id.token" });
  answer = { status: 401, body: { title: "Unauthorized", status: 401, detail: "This sign-in has expired.", errors: [] } };
  await press("Continue with Apple");
  expect(await screen.findByText("This sign-in has expired.")).toBeTruthy();
  expect(currentSession()).toBeNull();
});

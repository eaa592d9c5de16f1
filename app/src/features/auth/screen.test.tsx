import { fireEvent, render, screen, waitFor } from "@testing-library/react-native";
import "@/i18n";
import { currentSession, endSession } from "@/api/session";
import { SignInScreen } from "./screen";

jest.mock("@/lib/secrets", () => jest.requireActual("@/sync/testing/secrets"));

const SESSION = { access_token: "a", refresh_token: "r", expires_in: 900, token_type: "Bearer", is_new_user: true, user: { id: "u1" } };
const answers = new Map<string, { status: number; body: unknown }>();
const asked: { path: string; body: unknown }[] = [];

beforeEach(async () => {
  await endSession();
  asked.length = 0;
  answers.clear();
  answers.set("/api/auth/send-otp", { status: 202, body: { channel: "email", expires_in: 600, retry_after: 30 } });
  globalThis.fetch = jest.fn(async (input: Request) => {
    const path = new URL(input.url).pathname;
    asked.push({ path, body: JSON.parse(await input.text()) });
    const { status, body } = answers.get(path) ?? { status: 404, body: {} };
    return new Response(JSON.stringify(body), { status, headers: { "Content-Type": "application/json" } });
  }) as unknown as typeof fetch;
});

async function sendCode(): Promise<void> {
  await render(<SignInScreen />);
  await fireEvent.changeText(screen.getByLabelText("Email or phone number"), " ana@example.com ");
  await fireEvent.press(screen.getByRole("button", { name: "Send code" }));
  await screen.findByLabelText("6-digit code");
}

test("a code that is complete is sent by itself, and signs in", async () => {
  answers.set("/api/auth/verify-otp", { status: 200, body: SESSION });
  await sendCode();
  await fireEvent.changeText(screen.getByLabelText("6-digit code"), "123 456");
  await waitFor(() => expect(currentSession()?.userId).toBe("u1"));
  expect(asked).toEqual([
    { path: "/api/auth/send-otp", body: { email: "ana@example.com" } },
    { path: "/api/auth/verify-otp", body: { email: "ana@example.com", otp: "123456", purpose: "sign_in" } },
  ]);
});

test("a code that is wrong is told in the server's words, and what was typed stays", async () => {
  answers.set("/api/auth/verify-otp", { status: 401, body: { title: "Unauthorized", status: 401, detail: "This code is not right.", errors: [] } });
  await sendCode();
  await fireEvent.changeText(screen.getByLabelText("6-digit code"), "123456");
  expect(await screen.findByText("This code is not right.")).toBeTruthy();
  expect(screen.getByLabelText("6-digit code").props.value).toBe("123456");
});

test("a second factor is asked for, and finishes the way in", async () => {
  answers.set("/api/auth/verify-otp", { status: 200, body: { mfa_required: true, mfa_token: "m", methods: ["totp"] } });
  answers.set("/api/auth/mfa/verify", { status: 200, body: SESSION });
  await sendCode();
  await fireEvent.changeText(screen.getByLabelText("6-digit code"), "123456");
  await screen.findByText("Second factor");
  await fireEvent.changeText(screen.getByLabelText("6-digit code"), "654321");
  await fireEvent.press(screen.getByRole("button", { name: "Sign in" }));
  await waitFor(() => expect(currentSession()?.userId).toBe("u1"));
  expect(asked.at(-1)).toEqual({ path: "/api/auth/mfa/verify", body: { mfa_token: "m", code: "654321" } });
});

test("an address that is none is told before anything is sent", async () => {
  await render(<SignInScreen />);
  await fireEvent.changeText(screen.getByLabelText("Email or phone number"), "ana");
  await fireEvent.press(screen.getByRole("button", { name: "Send code" }));
  expect(screen.getByText("Enter an email address or a phone number.")).toBeTruthy();
  expect(asked).toEqual([]);
});

test("nothing is offered that this build is not configured for", async () => {
  await render(<SignInScreen />);
  expect(screen.queryByText(/Google|Apple/)).toBeNull();
});

import { keep, readKept } from "@/lib/kept";
import { dropDevice, registerDevice } from "./devices";

let mockToken: string | null | undefined = "ExponentPushToken[a]";
const mockDropped = jest.fn(async () => undefined);
jest.mock("@/lib/push/token", () => ({ platform: "ios", pushToken: async () => mockToken, dropToken: () => mockDropped() }));
jest.mock("@/lib/secrets", () => ({ readSecret: async () => null, keepSecret: async () => undefined }));

const asked: { method: string; token?: string }[] = [];
let answer: (() => Response) | null = null;

beforeEach(async () => {
  asked.length = 0;
  mockToken = "ExponentPushToken[a]";
  answer = () => new Response(JSON.stringify({ delivers: true }), { status: 200, headers: { "Content-Type": "application/json" } });
  await keep("push", null);
  globalThis.fetch = jest.fn(async (input: Request) => {
    asked.push({ method: input.method, ...(input.method === "PUT" ? { token: (JSON.parse(await input.text()) as { token: string }).token } : {}) });
    if (!answer) throw new Error("no network");
    return input.method === "DELETE" ? new Response(null, { status: 204 }) : answer();
  }) as unknown as typeof fetch;
});

test("the token is registered once a start, and again when it is another one", async () => {
  expect(await registerDevice("u1")).toBe(true);
  expect(await registerDevice("u1")).toBe(true);
  mockToken = "ExponentPushToken[b]";
  expect(await registerDevice("u1")).toBe(true);
  expect(asked.map(({ token }) => token)).toEqual(["ExponentPushToken[a]", "ExponentPushToken[b]"]);
});

test("a server that delivers nothing, or does not know this token, leaves the reminders to the device", async () => {
  answer = () => new Response(JSON.stringify({ delivers: false }), { status: 200, headers: { "Content-Type": "application/json" } });
  expect(await registerDevice("u1")).toBe(false);
  answer = null;
  mockToken = "ExponentPushToken[b]";
  expect(await registerDevice("u1")).toBe(false);
});

test("without a network it is as it was, for the same person only", async () => {
  await registerDevice("u1");
  answer = null;
  mockToken = undefined;
  expect([await registerDevice("u1"), await registerDevice("u2")]).toEqual([true, false]);
});

test("who takes the permission back, or signs out, is pushed nothing any more, also without a network", async () => {
  await registerDevice("u1");
  mockToken = null;
  expect(await registerDevice("u1")).toBe(false);
  expect(asked.at(-1)!.method).toBe("DELETE");
  mockToken = "ExponentPushToken[a]";
  await registerDevice("u1");
  answer = null;
  await dropDevice();
  expect(await readKept("push")).toBeNull();
  expect(mockDropped).toHaveBeenCalledTimes(2);
});

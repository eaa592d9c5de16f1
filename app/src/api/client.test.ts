import { authorized, giveUp } from "./client";

jest.mock("./session", () => ({ accessToken: async () => "token" }));

const request = () => new Request("https://fitzen.test/api/users/me/today");

test("what is under way when somebody leaves is given up, and what is asked after it is not", async () => {
  const sent: AbortSignal[] = [];
  globalThis.fetch = jest.fn(
    (_: Request, { signal }: { signal: AbortSignal }) =>
      new Promise<Response>((resolve, reject) => {
        sent.push(signal);
        signal.addEventListener("abort", () => reject(new Error("aborted")));
        if (sent.length > 1) resolve(new Response("{}"));
      }),
  ) as unknown as typeof fetch;
  const underWay = authorized(request());
  await new Promise((resolve) => setTimeout(resolve, 0));
  giveUp();
  await expect(underWay).rejects.toThrow("aborted");
  expect((await authorized(request())).status).toBe(200);
});

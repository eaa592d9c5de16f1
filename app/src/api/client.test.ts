import { authorized, giveUp } from "./client";

jest.mock("./session", () => ({ accessToken: async () => "token" }));

const request = () => new Request("https://fitzen.test/api/users/me/today");

let sent: { answer: (response: Response) => void }[];

beforeEach(() => {
  sent = [];
  globalThis.fetch = jest.fn(
    (_: Request, { signal }: { signal: AbortSignal }) =>
      new Promise<Response>((answer, reject) => {
        sent.push({ answer });
        signal.addEventListener("abort", () => reject(new Error("aborted")));
      }),
  ) as unknown as typeof fetch;
});

const soon = () => new Promise((resolve) => setTimeout(resolve, 0));

test("what is under way when somebody leaves is given up, and what is asked after it is not", async () => {
  const underWay = authorized(request());
  await soon();
  giveUp();
  await expect(underWay).rejects.toThrow("aborted");
  const next = authorized(request());
  await soon();
  sent[1]?.answer(new Response("{}"));
  expect((await next).status).toBe(200);
});

test("who asked can cancel it still", async () => {
  const asks = new AbortController();
  const underWay = authorized(new Request("https://fitzen.test/api/foods?q=oat", { signal: asks.signal }));
  await soon();
  asks.abort();
  await expect(underWay).rejects.toThrow("aborted");
});

/** The session of two windows that share one storage, as those of a browser do. */

import type * as Session from "./session";

type Window = typeof Session & { reloads: number };

let mockWindow: { listeners: ((event: { key: string | null }) => void)[]; reloads: number };
const mockKept = new Map<string, string>();
let mockLast: Promise<unknown> = Promise.resolve();
const opened: (typeof mockWindow)[] = [];

jest.mock("@/lib/secrets", () => {
  const mine = mockWindow; // whoever writes is not told by the browser: the others are
  const told = (name: string) => mockOthers(mine).forEach((each) => each.listeners.forEach((listener) => listener({ key: name })));
  return {
    readSecret: async (name: string) => mockKept.get(name) ?? null,
    keepSecret: async (name: string, value: string | null) => {
      if (value === null) mockKept.delete(name);
      else mockKept.set(name, value);
      told(name);
    },
  };
});
jest.mock("@/lib/windows", () => {
  const mine = mockWindow;
  return {
    alone: <T>(_: string, task: () => Promise<T>) => {
      const next = mockLast.then(task);
      mockLast = next.catch(() => undefined);
      return mockLocks ? next : task();
    },
    onSecretElsewhere: (_: string, listener: () => void) => mine.listeners.push(listener),
    startAnew: () => mine.reloads++,
  };
});
let mockLocks = true;
const mockOthers = (mine: typeof mockWindow) => (mockDeaf ? [] : opened.filter((each) => each !== mine));
/** Events of storage come late, or after what is asked at once. */
let mockDeaf = false;

function open(): Window {
  let made!: Window;
  mockWindow = { listeners: [], reloads: 0 };
  const mine = mockWindow;
  opened.push(mine);
  jest.isolateModules(() => {
    made = Object.defineProperty({ ...require("./session") }, "reloads", { get: () => mine.reloads });
  });
  return made;
}

/** The server: each refresh token serves once; one that is older ends the session, as src/fitzen/auth/sessions.py does after its time of grace. */
let current: number;
let ended: boolean;
const tokens = (number: number, seconds = 900) => ({ access_token: `a${number}`, refresh_token: `r${number}`, expires_in: seconds });
const server = jest.fn(async (_: string, init: RequestInit): Promise<Response> => {
  await new Promise((resolve) => setTimeout(resolve, 5));
  const { refresh_token } = JSON.parse(String(init.body)) as { refresh_token: string };
  if (refresh_token !== `r${current}`) ended = true;
  if (ended) return new Response("{}", { status: 401 });
  return new Response(JSON.stringify(tokens(++current)), { status: 200 });
});
const ask = (window: Window, refused?: string) => window.accessToken("", server, refused);
const soon = () => new Promise((resolve) => setTimeout(resolve, 0));
const session = () => (mockKept.has("fitzen.session") ? (JSON.parse(mockKept.get("fitzen.session")!) as { access: string }) : null);

let a: Window;
let b: Window;

beforeEach(async () => {
  mockKept.clear();
  opened.length = 0;
  server.mockClear();
  [current, ended, mockLocks, mockDeaf] = [1, false, true, false];
  a = open();
  await a.startSession(tokens(1, 10), "ana"); // about to end
  b = open();
  await Promise.all([a.loadSession(), b.loadSession()]);
});

test("what one window has renewed serves the other, in turn, for hours", async () => {
  mockDeaf = true;
  expect(await ask(a)).toBe("a2");
  expect(await ask(b)).toBe("a2");
  expect(await ask(b, "a2")).toBe("a3");
  expect(await ask(a, "a2")).toBe("a3");
  expect([server.mock.calls.length, ended, session()?.access]).toEqual([2, false, "a3"]);
});

test("windows that renew at once ask once", async () => {
  expect(await Promise.all([ask(a), ask(b), ask(a)])).toEqual(["a2", "a2", "a2"]);
  expect(server).toHaveBeenCalledTimes(1);
});

test("a window that hears of it has what the other renewed", async () => {
  await ask(a);
  await soon();
  expect(b.currentSession()?.access).toBe("a2");
  expect(b.reloads).toBe(0);
});

test("a token that the server refuses as old does not take away the newer one that is kept", async () => {
  [mockLocks, mockDeaf] = [false, true];
  const late = jest.fn(async () => {
    await ask(a); // while the other's request is under way
    return new Response("{}", { status: 401 });
  });
  expect(await b.accessToken("", late)).toBe("a2");
  expect([b.currentSession()?.access, session()?.access]).toEqual(["a2", "a2"]);
});

test("a session that the server has ended ends in both", async () => {
  ended = true;
  expect(await ask(a)).toBeNull();
  await soon();
  expect([a.currentSession(), b.currentSession(), session()]).toEqual([null, null, null]);
});

test("who signs out in one window is signed out in the other, which forgets what it had in memory", async () => {
  await a.endSession();
  await soon();
  expect([b.currentSession(), b.reloads, a.reloads]).toEqual([null, 1, 0]);
});

test("who signs in as somebody else does so in the other, too; who signs in after nobody, without more ado", async () => {
  await a.startSession(tokens(7), "leo");
  await soon();
  expect([b.currentSession()?.userId, b.reloads]).toEqual(["leo", 1]);
  const c = open();
  await c.loadSession();
  await c.endSession();
  await soon();
  const before = b.reloads;
  await c.startSession(tokens(8), "ana");
  await soon();
  expect([b.currentSession()?.userId, b.reloads]).toEqual(["ana", before]);
});

test("a renewal that was under way does not sign in again who has signed out", async () => {
  const renewing = ask(a);
  await soon();
  await a.endSession();
  expect(await renewing).toBeNull();
  expect([a.currentSession(), session()]).toEqual([null, null]);
});

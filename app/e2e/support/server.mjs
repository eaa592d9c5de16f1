// A server of its own, as `make run` starts it, on a free port and an empty folder.
import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

const ROOT = new URL("../../..", import.meta.url).pathname;
const FITZEN = join(ROOT, ".venv/bin/fitzen");
const START_MS = 60_000;

const freePort = () =>
  new Promise((resolve) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });

export async function startServer() {
  const folder = await mkdtemp(join(tmpdir(), "fitzen-e2e-"));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const env = { ...process.env, FITZEN_DATA_DIR: folder, API_PORT: String(port), LOG_LEVEL: "WARNING" };
  let child;
  const runs = () => child && child.exitCode === null && child.signalCode === null;
  const start = async () => {
    if (runs()) return;
    child = spawn(FITZEN, ["serve"], { env, stdio: ["ignore", "ignore", "inherit"] });
    const until = Date.now() + START_MS;
    while (!(await fetch(`${url}/health`).then((answer) => answer.ok, () => false))) {
      if (Date.now() > until || child.exitCode !== null) throw new Error("The server did not start.");
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  };
  const end = async () => {
    if (!runs()) return;
    const ended = new Promise((resolve) => child.once("exit", resolve));
    child.kill("SIGTERM");
    await ended;
  };
  await start();
  return {
    url,
    /** Be gone for a while: whatever asks, nobody is there. `start` comes back with the same data. */
    end,
    start,
    /** Run a command of fitzen on the same data. */
    fitzen: (...args) =>
      new Promise((resolve, reject) => {
        spawn(FITZEN, args, { env, stdio: "ignore" }).on("exit", (code) => (code ? reject(new Error(`fitzen ${args.join(" ")}: ${code}`)) : resolve()));
      }),
    /** The newest code that was sent to an address. */
    code: async (address) => {
      const { items } = await (await fetch(`${url}/dev/inbox.json`)).json();
      return items.find((item) => item.to === address).text.match(/\d{6}/)[0];
    },
    stop: async () => {
      await end();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

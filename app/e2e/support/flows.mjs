/** Sign in by the code that was sent. */
export async function signIn(page, server, email) {
  await page.goto(server.url);
  await page.getByLabel("Email or phone number").fill(email);
  await page.getByRole("button", { name: "Send code" }).click();
  const field = page.getByLabel("6-digit code");
  await field.waitFor();
  await field.fill(await server.code(email));
}

/** Send a request as the person who is signed in on a page. */
export function ask(page, path, init) {
  return page.evaluate(
    async ([to, given]) => {
      const { access } = JSON.parse(localStorage.getItem("fitzen.session"));
      const answer = await fetch(to, { ...given, headers: { Authorization: `Bearer ${access}`, ...(given?.body ? { "Content-Type": "application/json" } : {}) } });
      return answer.json();
    },
    [path, init],
  );
}

export const makeHabit = (page, name) => ask(page, "/api/habits", { method: "POST", body: JSON.stringify({ name, schedule: { type: "daily" } }) });

/** Wait until no record on the screen waits to be sent any more. */
export async function allSent(page) {
  const marks = page.getByRole("img", { name: "Not sent yet" });
  while (await marks.count()) await marks.first().waitFor({ state: "detached" });
}

/** Wait until what the screen shows is on the disk, some ms later: a transaction of our own comes after those that the app has begun. */
export const onDisk = (page) =>
  page.evaluate(async () => {
    const turn = (name) =>
      new Promise((done, failed) => {
        const asked = indexedDB.open(name);
        asked.onerror = failed;
        asked.onsuccess = () => {
          const writing = asked.result.transaction([...asked.result.objectStoreNames], "readwrite");
          writing.onabort = failed;
          writing.oncomplete = () => done(asked.result.close());
        };
      });
    for (const { name } of await indexedDB.databases()) await turn(name);
  });

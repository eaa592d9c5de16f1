/** Sign in by the code that was sent. */
export async function signIn(page, server, email) {
  await page.goto(server.url);
  await page.getByLabel("Email or phone number").fill(email);
  await page.getByRole("button", { name: "Send code" }).click();
  const field = page.getByLabel("6-digit code");
  await field.waitFor();
  await field.fill(await server.code(email));
}

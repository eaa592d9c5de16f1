import i18n from "@/i18n";
import { forgotPassword, register, sendCode } from "./codes";

jest.mock("@/lib/secrets", () => ({ readSecret: async () => null, keepSecret: async () => undefined }));

const ANA = { email: "ana@example.com" };

test.each(["en", "es"] as const)("codes are asked for in the language that the app speaks: %s", async (language) => {
  const languages: (string | null)[] = [];
  globalThis.fetch = jest.fn(async (input: Request) => {
    languages.push(input.headers.get("Accept-Language"));
    return Response.json({ channel: "email", expires_in: 300, retry_after: 60 }, { status: 202 });
  }) as unknown as typeof fetch;
  await i18n.changeLanguage(language);
  await sendCode(ANA);
  await register(ANA, "A long passw0rd");
  await forgotPassword(ANA);
  expect(languages).toEqual([language, language, language]);
});

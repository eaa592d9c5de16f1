import { deviceOf } from "./device-name";
import { modulesOf } from "./qr-code";
import { factorOf } from "./requests";

test.each([
  ["Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0 Safari/537.36 Edg/126.0", "Edge", "Windows"],
  ["Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/126.0 Safari/537.36", "Chrome", "Linux"],
  ["Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Mobile Safari/604.1", "Safari", "iPhone"],
  ["okhttp/4.12.0", "Fitzen", "Android"],
  ["Fitzen/1 CFNetwork/1490 Darwin/23.6.0", "Fitzen", "iPhone"],
  ["curl/8.1", null, null],
])("names a device: %s", (agent, program, system) => expect(deviceOf(agent)).toEqual({ program, system }));

test("a QR code has its three corners and a margin", () => {
  const { path, side } = modulesOf("otpauth://totp/Fitzen:ana?secret=ABC");
  const dark = (x: number, y: number) => path.includes(`M${x} ${y}h1v1h-1z`);
  const last = side - 5;
  expect([dark(4, 4), dark(last, 4), dark(4, last), dark(last, last - 1) && dark(3, 3)]).toEqual([true, true, true, false]);
  expect(dark(5, 5)).toBe(false);
  expect(dark(6, 6)).toBe(true);
});

test("six digits are a code, anything else a recovery code", () => {
  expect(factorOf("123 456")).toEqual({ code: "123456" });
  expect(factorOf(" abcde-fghij ")).toEqual({ recovery_code: "abcde-fghij" });
});

/** Asking for codes. The server knows nobody's language before they are in: it writes in that of the request. */

import i18n from "@/i18n";
import { api, ok } from "./client";

export type Address = { email: string } | { phone: string };

const headers = () => ({ "Accept-Language": i18n.language });

export const sendCode = (to: Address) => ok(api.POST("/api/auth/send-otp", { body: to, headers: headers() }));
export const register = (to: Address, password: string) => ok(api.POST("/api/auth/register", { body: { ...to, password }, headers: headers() }));
export const forgotPassword = (to: Address) => ok(api.POST("/api/auth/password/forgot", { body: to, headers: headers() }));

export { SecurityScreen as default } from "@/features/you/account/security-screen";

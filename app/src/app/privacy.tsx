export { PrivacyScreen as default } from "@/features/device/privacy";

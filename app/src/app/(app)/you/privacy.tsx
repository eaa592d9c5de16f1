export { PrivacyScreen as default } from "@/features/you/about-screen";

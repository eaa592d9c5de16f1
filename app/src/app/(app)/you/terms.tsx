export { TermsScreen as default } from "@/features/you/about-screen";

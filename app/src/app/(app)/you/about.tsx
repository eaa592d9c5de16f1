export { AboutScreen as default } from "@/features/you/about-screen";

export { KindScreen as default } from "@/features/progress/kind-screen";

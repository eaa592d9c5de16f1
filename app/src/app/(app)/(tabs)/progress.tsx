export { ProgressScreen as default } from "@/features/progress/screen";

export { Inside as default } from "@/features/shell/inside";

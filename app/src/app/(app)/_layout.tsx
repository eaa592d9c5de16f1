export { Inside as default, unstable_settings } from "@/features/shell/inside";

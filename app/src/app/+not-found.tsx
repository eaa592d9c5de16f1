export { Unknown as default } from "@/features/shell/unknown";

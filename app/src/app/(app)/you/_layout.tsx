export { YouLayout as default } from "@/features/you/layout";

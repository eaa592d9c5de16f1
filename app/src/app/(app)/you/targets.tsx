export { TargetsScreen as default } from "@/features/you/targets/screen";

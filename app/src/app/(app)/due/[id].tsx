export { DueScreen as default } from "@/features/device/due";

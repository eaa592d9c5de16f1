export { PhoneScreen as default } from "@/features/device/screen";

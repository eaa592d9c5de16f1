export { DevicesScreen as default } from "@/features/you/account/devices-screen";

export { ScanScreen as default } from "@/features/eat/scan/screen";

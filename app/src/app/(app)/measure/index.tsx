export { MeasureScreen as default } from "@/features/progress/measure/screen";

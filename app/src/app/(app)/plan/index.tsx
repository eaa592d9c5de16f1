export { PlanScreen as default } from "@/features/train/plan/screen";

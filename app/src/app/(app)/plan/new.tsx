export { NewPlanScreen as default } from "@/features/train/plan/new-screen";

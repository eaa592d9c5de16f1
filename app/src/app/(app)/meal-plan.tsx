export { MealPlanScreen as default } from "@/features/kitchen/plan/screen";

export { GoalsScreen as default } from "@/features/goals/screen";

export { GoalScreen as default } from "@/features/goals/detail-screen";

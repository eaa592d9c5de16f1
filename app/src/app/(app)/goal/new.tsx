export { NewGoalScreen as default } from "@/features/goals/new-screen";

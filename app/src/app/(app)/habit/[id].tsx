export { HabitScreen as default } from "@/features/habits/detail-screen";

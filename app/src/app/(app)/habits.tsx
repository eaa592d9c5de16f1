export { HabitsScreen as default } from "@/features/habits/screen";

export { WorkoutScreen as default } from "@/features/train/workout/screen";

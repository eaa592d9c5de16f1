export { ExercisesScreen as default } from "@/features/train/library/screen";

export { ExerciseScreen as default } from "@/features/train/library/exercise-screen";

export { TrainingScreen as default } from "@/features/you/profile/training-screen";

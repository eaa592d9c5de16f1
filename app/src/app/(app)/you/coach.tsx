export { CoachScreen as default } from "@/features/you/coach-screen";

export { HealthScreen as default } from "@/features/you/profile/health-screen";

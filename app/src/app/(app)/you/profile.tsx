export { ProfileScreen as default } from "@/features/you/profile/profile-screen";

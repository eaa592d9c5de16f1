export { OnboardingScreen as default } from "@/features/onboarding/screen";

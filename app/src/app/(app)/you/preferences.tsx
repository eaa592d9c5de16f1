export { PreferencesScreen as default } from "@/features/you/preferences-screen";

export { RemindersScreen as default } from "@/features/you/reminders/screen";

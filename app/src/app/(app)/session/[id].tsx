export { SummaryScreen as default } from "@/features/session/summary";

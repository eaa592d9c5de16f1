export { HistoryScreen as default } from "@/features/train/history-screen";

export { RecordsScreen as default } from "@/features/review/records-screen";

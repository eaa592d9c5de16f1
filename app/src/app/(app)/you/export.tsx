export { ExportScreen as default } from "@/features/you/data/export-screen";

export { ImportScreen as default } from "@/features/you/data/import-screen";

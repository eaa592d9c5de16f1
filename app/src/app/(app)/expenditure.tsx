export { ExpenditureScreen as default } from "@/features/kitchen/expenditure/screen";

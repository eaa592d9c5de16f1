export { FactorScreen as default } from "@/features/you/account/factor-screen";

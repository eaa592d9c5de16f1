export { EraseScreen as default } from "@/features/you/data/erase-screen";

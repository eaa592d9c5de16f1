export { LibraryScreen as default } from "@/features/you/library/screen";

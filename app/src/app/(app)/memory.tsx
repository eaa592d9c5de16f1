export { MemoryScreen as default } from "@/features/coach/memory-screen";

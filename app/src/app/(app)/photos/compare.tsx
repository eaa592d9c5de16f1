export { ComparePhotosScreen as default } from "@/features/progress/photos/compare-screen";

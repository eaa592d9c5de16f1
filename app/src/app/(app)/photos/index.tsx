export { PhotosScreen as default } from "@/features/progress/photos/gallery-screen";

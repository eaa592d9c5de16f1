export { TakePhotoScreen as default } from "@/features/progress/photos/take-screen";

export { VolumeScreen as default } from "@/features/train/volume-screen";

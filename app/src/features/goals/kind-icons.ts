import { Dumbbell, Flame, HeartPulse, Leaf, Ruler, Scale, type LucideIcon } from "@/ui/icons";
import type { Kind } from "./model";

export const KIND_ICONS: Record<Kind, LucideIcon> = { weight: Scale, strength: Dumbbell, cardio: HeartPulse, habit: Leaf, measurement: Ruler, custom: Flame };

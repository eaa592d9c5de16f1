import { Dumbbell, Home, MessageCircle, TrendingUp, Utensils, type LucideIcon } from "@/ui/icons";

type Tab = { name: string; key: "today" | "train" | "eat" | "coach" | "progress"; icon: LucideIcon };

export const TABS: Tab[] = [
  { name: "index", key: "today", icon: Home },
  { name: "train", key: "train", icon: Dumbbell },
  { name: "eat", key: "eat", icon: Utensils },
  { name: "coach", key: "coach", icon: MessageCircle },
  { name: "progress", key: "progress", icon: TrendingUp },
];

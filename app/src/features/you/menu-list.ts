import { Bell, BookOpen, Download, Dumbbell, HeartPulse, Info, KeyRound, MessageCircle, Palette, Smartphone, Target, Trash, Upload, User, Utensils, type LucideIcon } from "@/ui/icons";

export type RowName = "profile" | "training" | "food" | "health" | "targets" | "reminders" | "preferences" | "phone" | "coach" | "library" | "security" | "devices" | "export" | "import" | "erase" | "about";
export type Row = { name: RowName; to: string; icon: LucideIcon };

export const GROUPS: { name: "you" | "app" | "coach" | "account" | "data"; rows: Row[] }[] = [
  {
    name: "you",
    rows: [
      { name: "profile", to: "/you/profile", icon: User },
      { name: "targets", to: "/you/targets", icon: Target },
      { name: "training", to: "/you/training", icon: Dumbbell },
      { name: "food", to: "/you/food", icon: Utensils },
      { name: "health", to: "/you/health", icon: HeartPulse },
    ],
  },
  {
    name: "app",
    rows: [
      { name: "reminders", to: "/reminders", icon: Bell },
      { name: "preferences", to: "/you/preferences", icon: Palette },
      { name: "phone", to: "/you/phone", icon: Smartphone },
    ],
  },
  {
    name: "coach",
    rows: [
      { name: "coach", to: "/you/coach", icon: MessageCircle },
      { name: "library", to: "/you/library", icon: BookOpen },
    ],
  },
  {
    name: "account",
    rows: [
      { name: "security", to: "/you/security", icon: KeyRound },
      { name: "devices", to: "/you/devices", icon: Smartphone },
    ],
  },
  {
    name: "data",
    rows: [
      { name: "export", to: "/you/export", icon: Download },
      { name: "import", to: "/you/import", icon: Upload },
      { name: "about", to: "/you/about", icon: Info },
      { name: "erase", to: "/you/erase", icon: Trash },
    ],
  },
];

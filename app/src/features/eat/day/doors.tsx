import { router, type Href } from "expo-router";
import { useTranslation } from "react-i18next";
import { Card, ListRow } from "@/ui";
import { BookOpen, CalendarDays, Flame, ShoppingBasket, type LucideIcon } from "@/ui/icons";

const DOORS: { key: "mealPlan" | "recipes" | "groceries" | "expenditure"; href: Href; icon: LucideIcon }[] = [
  { key: "mealPlan", href: "/meal-plan", icon: CalendarDays },
  { key: "recipes", href: "/recipes", icon: BookOpen },
  { key: "groceries", href: "/groceries", icon: ShoppingBasket },
  { key: "expenditure", href: "/expenditure", icon: Flame },
];

/** Where eating goes on: what to cook, to buy, and what it is measured by. */
export function Doors() {
  const { t } = useTranslation();
  return (
    <Card className="gap-0 py-2">
      {DOORS.map(({ key, href, icon }, place) => (
        <ListRow key={key} first={place === 0} icon={icon} title={t(`eat.${key}`)} onPress={() => router.push(href)} />
      ))}
    </Card>
  );
}

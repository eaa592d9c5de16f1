import { useWindowDimensions } from "react-native";
import { WIDE } from "@/lib/layout";
import { Screen } from "@/ui";
import { Menu } from "./menu";
import { ProfileScreen } from "./profile/profile-screen";

/** The list; where it stands beside already, the first of it. */
export function YouScreen() {
  const wide = useWindowDimensions().width >= WIDE;
  if (wide) return <ProfileScreen />;
  return (
    <Screen narrow>
      <Menu />
    </Screen>
  );
}

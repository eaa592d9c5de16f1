import { createContext, useContext, type ReactNode } from "react";
import { View } from "react-native";
import { useSafeAreaInsets } from "react-native-safe-area-context";

const Context = createContext<ReactNode>(null);

/** Something that the person has to know wherever they are: over the screen, and in a sheet that lies on it. */
export function NoticeProvider({ notice, children }: { notice: ReactNode; children: ReactNode }) {
  const insets = useSafeAreaInsets();
  return (
    <Context value={notice}>
      <View className="flex-1 bg-bg">
        {notice ? <View style={{ paddingTop: insets.top }}>{notice}</View> : null}
        <View className="flex-1">{children}</View>
      </View>
    </Context>
  );
}

/** What is told wherever they are; null where there is nothing. */
export const useNotice = (): ReactNode => useContext(Context);

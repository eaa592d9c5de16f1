import { CameraView, useCameraPermissions } from "expo-camera";
import { useRef } from "react";
import { useTranslation } from "react-i18next";
import { Linking, View } from "react-native";
import { Button, Empty } from "@/ui";
import { Barcode } from "@/ui/icons";
import type { LensProps } from "./lens-props";
import { ScanHint } from "./scan-hint";

/** The camera of a phone, which reads barcodes by itself. */
export function Lens({ onCode }: LensProps) {
  const { t } = useTranslation();
  const [permission, ask] = useCameraPermissions();
  const last = useRef("");
  if (!permission) return <View className="h-72 rounded-card bg-raised" />;
  if (!permission.granted)
    return (
      <View className="rounded-card bg-raised p-4">
        <Empty icon={Barcode} title={t("eat.cameraWanted")} text={permission.canAskAgain ? t("eat.cameraWhy") : t("eat.cameraDenied")} />
        <Button variant="soft" label={permission.canAskAgain ? t("eat.cameraAllow") : t("eat.cameraSettings")} onPress={() => void (permission.canAskAgain ? ask() : Linking.openSettings())} />
      </View>
    );
  return (
    <View className="gap-3">
      <View className="h-72 rounded-card overflow-hidden bg-raised">
        <CameraView
          style={{ flex: 1 }}
          facing="back"
          barcodeScannerSettings={{ barcodeTypes: ["ean13", "ean8", "upc_a", "upc_e", "itf14"] }}
          onBarcodeScanned={({ data }) => {
            if (data === last.current) return; // the same code is seen many times a second
            last.current = data;
            onCode(data);
          }}
        />
      </View>
      <ScanHint />
    </View>
  );
}

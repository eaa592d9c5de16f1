// Health Connect leads to the app's page on privacy, from its questions (Android 13) and its settings (14 and later). This
// stands in place of react-native-health-connect's own plugin, which leads to wherever the app was.
const { mkdirSync, writeFileSync } = require("node:fs");
const { join } = require("node:path");
const { AndroidConfig, createRunOncePlugin, withAndroidManifest, withDangerousMod } = require("expo/config-plugins");

const source = (name) => `package ${name}

import android.app.Activity
import android.content.Intent
import android.net.Uri
import android.os.Bundle

/** Opens the page that says what is done with health data. */
class PrivacyActivity : Activity() {
  override fun onCreate(state: Bundle?) {
    super.onCreate(state)
    startActivity(Intent(Intent.ACTION_VIEW, Uri.parse("fitzen://privacy")).setPackage(packageName))
    finish()
  }
}
`;

const withActivity = (config) =>
  withDangerousMod(config, [
    "android",
    (given) => {
      const name = given.android.package;
      const folder = join(given.modRequest.platformProjectRoot, "app/src/main/java", ...name.split("."));
      mkdirSync(folder, { recursive: true });
      writeFileSync(join(folder, "PrivacyActivity.kt"), source(name));
      return given;
    },
  ]);

const action = (name) => ({ $: { "android:name": name } });

const withManifest = (config) =>
  withAndroidManifest(config, (given) => {
    const application = AndroidConfig.Manifest.getMainApplicationOrThrow(given.modResults);
    const rest = (list = [], name) => list.filter((each) => each.$["android:name"] !== name);
    application.activity = [
      ...rest(application.activity, ".PrivacyActivity"),
      {
        $: { "android:name": ".PrivacyActivity", "android:exported": "true", "android:theme": "@android:style/Theme.Translucent.NoTitleBar" },
        "intent-filter": [{ action: [action("androidx.health.ACTION_SHOW_PERMISSIONS_RATIONALE")] }],
      },
    ];
    application["activity-alias"] = [
      ...rest(application["activity-alias"], "ViewPermissionUsageActivity"),
      {
        $: { "android:name": "ViewPermissionUsageActivity", "android:exported": "true", "android:targetActivity": ".PrivacyActivity", "android:permission": "android.permission.START_VIEW_PERMISSION_USAGE" },
        "intent-filter": [{ action: [action("android.intent.action.VIEW_PERMISSION_USAGE")], category: [action("android.intent.category.HEALTH_PERMISSIONS")] }],
      },
    ];
    const queries = (given.modResults.manifest.queries ??= []);
    const health = "com.google.android.apps.healthdata"; // Health Connect is an app of its own up to Android 13
    if (!queries.some((each) => each.package?.[0]?.$["android:name"] === health)) queries.push({ package: [action(health)] });
    return given;
  });

module.exports = createRunOncePlugin((config) => withManifest(withActivity(config)), "with-health-privacy", "1");

// The session and the records stay on this device: no cloud backup has them, and no transfer to another phone. They come
// down again from the server where the person signs in.
const { mkdirSync, writeFileSync } = require("node:fs");
const { join } = require("node:path");
const { AndroidConfig, createRunOncePlugin, withAndroidManifest, withAppDelegate, withDangerousMod } = require("expo/config-plugins");

const DOMAINS = ["root", "file", "database", "sharedpref", "external", "device_root", "device_file", "device_database", "device_sharedpref"];
const without = DOMAINS.map((domain) => `<exclude domain="${domain}" path="."/>`).join("");
const RULES = {
  no_backup: `<full-backup-content>${without}</full-backup-content>`,
  no_transfer: `<data-extraction-rules><cloud-backup>${without}</cloud-backup><device-transfer>${without}</device-transfer></data-extraction-rules>`,
};

const withRules = (config) =>
  withDangerousMod(config, [
    "android",
    (given) => {
      const folder = join(given.modRequest.platformProjectRoot, "app/src/main/res/xml");
      mkdirSync(folder, { recursive: true });
      for (const [name, text] of Object.entries(RULES)) writeFileSync(join(folder, `${name}.xml`), `<?xml version="1.0" encoding="utf-8"?>\n${text}\n`);
      return given;
    },
  ]);

const withManifest = (config) =>
  withAndroidManifest(config, (given) => {
    const application = AndroidConfig.Manifest.getMainApplicationOrThrow(given.modResults);
    Object.assign(application.$, { "android:allowBackup": "false", "android:fullBackupContent": "@xml/no_backup", "android:dataExtractionRules": "@xml/no_transfer" });
    return given;
  });

// Where expo-sqlite keeps its databases on iOS. The mark is on the folder, and holds for what is in it.
const MARK = `    if let documents = FileManager.default.urls(for: .documentDirectory, in: .userDomainMask).first {
      var records = documents.appendingPathComponent("SQLite", isDirectory: true)
      try? FileManager.default.createDirectory(at: records, withIntermediateDirectories: true)
      var apart = URLResourceValues()
      apart.isExcludedFromBackup = true
      try? records.setResourceValues(apart)
    }

`;
const BEFORE = "    let delegate = ReactNativeDelegate()\n";

const withApart = (config) =>
  withAppDelegate(config, (given) => {
    const { contents } = given.modResults;
    if (contents.includes("isExcludedFromBackup")) return given;
    if (!contents.includes(BEFORE)) throw new Error("AppDelegate.swift is another one than with-private-storage knows.");
    given.modResults.contents = contents.replace(BEFORE, `${MARK}${BEFORE}`);
    return given;
  });

module.exports = createRunOncePlugin((config) => withApart(withManifest(withRules(config))), "with-private-storage", "1");

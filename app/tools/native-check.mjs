// Looks at the native projects that prebuild made: what they ask of people, what they keep to themselves, where links go.
import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const root = process.argv[2];
const require = createRequire(join(root, "package.json"));
const plist = require("@expo/plist").default;
const { parseStringPromise } = require("xml2js");
const read = (path) => readFileSync(join(root, path), "utf8");
const readPlist = (path) => plist.parse(read(path));
const config = JSON.parse(read("app.json")).expo;
const name = (each) => each.$["android:name"];

// Android
const { manifest } = await parseStringPromise(read("android/app/src/main/AndroidManifest.xml"));
const asked = manifest["uses-permission"].filter((each) => each.$["tools:node"] !== "remove").map(name).sort();
const blocked = manifest["uses-permission"].filter((each) => each.$["tools:node"] === "remove").map(name).sort();
const plain = ["CAMERA", "INTERNET", "RECORD_AUDIO", "USE_BIOMETRIC", "USE_FINGERPRINT", "VIBRATE"].map((each) => `android.permission.${each}`);
assert.deepEqual(asked, [...plain, ...config.android.permissions].sort(), "Android asks for exactly this");
assert.deepEqual(blocked, [...config.android.blockedPermissions].sort(), "and no library adds these");

const [application] = manifest.application;
assert.equal(application.$["android:allowBackup"], "false");
for (const [attribute, file] of [["fullBackupContent", "no_backup"], ["dataExtractionRules", "no_transfer"]]) {
  assert.equal(application.$[`android:${attribute}`], `@xml/${file}`);
  for (const domain of ["database", "sharedpref", "file"]) assert.match(read(`android/app/src/main/res/xml/${file}.xml`), new RegExp(`exclude domain="${domain}" path="\\."`));
}
const privacy = application.activity.find((each) => name(each) === ".PrivacyActivity");
assert.equal(name(privacy["intent-filter"][0].action[0]), "androidx.health.ACTION_SHOW_PERMISSIONS_RATIONALE");
assert.equal(application["activity-alias"][0].$["android:targetActivity"], ".PrivacyActivity");
assert.match(read(`android/app/src/main/java/${config.android.package.replaceAll(".", "/")}/PrivacyActivity.kt`), /fitzen:\/\/privacy/);
const main = application.activity.find((each) => name(each) === ".MainActivity");
const links = main["intent-filter"].flatMap((filter) => (filter.data ?? []).map((data) => `${data.$["android:scheme"]}://${data.$["android:host"] ?? ""}`));
assert.ok(links.includes("fitzen://") && links.includes("https://app.fitzen.example"), `links: ${links}`);
assert.ok(!links.some((link) => link.startsWith("exp+")), `no developer's address: ${links}`);
assert.equal(application.$["android:usesCleartextTraffic"], undefined, "nothing goes without https");
assert.match(read("android/app/src/debug/AndroidManifest.xml"), /usesCleartextTraffic="true"/, "but for the server of who develops");
assert.match(read("android/gradle.properties"), /android\.minSdkVersion=26/);

// iOS
const info = readPlist("ios/Fitzen/Info.plist");
const texts = Object.keys(JSON.parse(read("locales/en.json")).ios).filter((key) => key.endsWith("UsageDescription"));
// The client for developing asks for the local network, and takes that out of every other build itself.
assert.match(read("ios/Fitzen.xcodeproj/project.pbxproj"), /Strip Local Network Keys for Release/);
assert.match(info.NSLocalNetworkUsageDescription, /^Expo Dev Launcher /, "what is taken out is the client's own text");
const usage = Object.keys(info).filter((key) => key.endsWith("UsageDescription") && key !== "NSLocalNetworkUsageDescription");
assert.deepEqual(usage.sort(), texts.sort(), "iOS asks for exactly this");
for (const language of ["en", "es"]) {
  const said = JSON.parse(read(`locales/${language}.json`)).ios;
  const strings = read(`ios/Fitzen/Supporting/${language}.lproj/InfoPlist.strings`);
  for (const key of texts) assert.ok(strings.includes(said[key]), `${key} in ${language}`);
}
for (const key of texts) assert.equal(info[key], JSON.parse(read("locales/en.json")).ios[key], key);
assert.equal(info.UIBackgroundModes, undefined, "nothing runs in the background");
assert.equal(info.ITSAppUsesNonExemptEncryption, false);
const entitlements = readPlist("ios/Fitzen/Fitzen.entitlements");
assert.equal(entitlements["com.apple.developer.healthkit"], true);
assert.equal(entitlements["com.apple.developer.healthkit.background-delivery"], undefined);
assert.deepEqual(entitlements["com.apple.developer.associated-domains"], ["applinks:app.fitzen.example"]);
assert.equal(entitlements["aps-environment"], "production");
assert.match(read("ios/Fitzen/AppDelegate.swift"), /appendingPathComponent\("SQLite"[^]*isExcludedFromBackup = true[^]*let delegate = ReactNativeDelegate/);

// The privacy manifest has every reason that a package gives for itself.
const own = readPlist("ios/Fitzen/PrivacyInfo.xcprivacy");
const reasons = (manifestOf) => new Set((manifestOf.NSPrivacyAccessedAPITypes ?? []).flatMap((type) => type.NSPrivacyAccessedAPITypeReasons.map((reason) => `${type.NSPrivacyAccessedAPIType} ${reason}`)));
const modules = join(root, "node_modules");
const packages = readdirSync(modules).flatMap((entry) => (entry.startsWith("@") ? readdirSync(join(modules, entry)).map((inner) => join(entry, inner)) : [entry]));
const inside = ["ios", "apple", "React/Resources", "ReactCommon/react/timing", "ReactCommon/cxxreact", ...["boost", "glog", "RCT-Folly"].map((pod) => `third-party-podspecs/${pod}`)];
const manifests = packages.flatMap((each) => inside.map((folder) => join(each, folder, "PrivacyInfo.xcprivacy"))).filter((file) => existsSync(join(modules, file)));
assert.ok(manifests.length > 8, "the packages' manifests are found");
const given = new Set(manifests.flatMap((file) => [...reasons(plist.parse(readFileSync(join(modules, file), "utf8")))]));
assert.deepEqual([...reasons(own)].sort(), [...given].sort(), "reasons of the privacy manifest");
assert.equal(own.NSPrivacyTracking, false);
const collected = own.NSPrivacyCollectedDataTypes.map((type) => type.NSPrivacyCollectedDataType.replace("NSPrivacyCollectedDataType", ""));
const store = JSON.parse(readFileSync(new URL("../store/privacy.json", import.meta.url), "utf8"));
assert.deepEqual(collected.sort(), store.collected.map((each) => each.apple).sort(), "what the store is told is what the manifest says");
console.log(`The native projects say what they should: ${asked.length} Android permissions, ${usage.length} iOS texts in 2 languages, ${reasons(own).size} reasons.`);

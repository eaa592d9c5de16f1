// What differs between builds comes from the environment; all else is in app.json. docs/app.md lists the names.

/** A development build lies beside the one from the store. */
const development = process.env.APP_VARIANT === "development";
/** Where https links of the app are at home: that server gives /.well-known/apple-app-site-association and assetlinks.json. */
const host = process.env.FITZEN_LINK_HOST;
const services = process.env.GOOGLE_SERVICES_FILE;
const projectId = process.env.EAS_PROJECT_ID;
const google = process.env.EXPO_PUBLIC_GOOGLE_IOS_CLIENT_ID?.split(".").reverse().join(".");
/** A phone has no address of its own to ask: without this it would ask `undefined/api/…`. */
const server = process.env.EXPO_PUBLIC_API_URL;
const profile = process.env.EAS_BUILD_PROFILE;
if (["preview", "production"].includes(profile) && !/^https:\/\/[^\s/]+$/.test(server ?? "")) {
  throw new Error(`A ${profile} build needs EXPO_PUBLIC_API_URL, the https address of the server without a path, such as https://fitzen.example; it is ${server ? `"${server}"` : "not set"}.`);
}
const isGoogleOnAndroid = !!process.env.EXPO_PUBLIC_GOOGLE_ANDROID_CLIENT_ID;

module.exports = ({ config }) => {
  const id = development ? `${config.ios.bundleIdentifier}.dev` : config.ios.bundleIdentifier;
  // Google answers by these.
  const scheme = [config.scheme, ...(google ? [google] : []), ...(isGoogleOnAndroid ? [id] : [])];
  return {
    ...config,
    name: development ? `${config.name} Dev` : config.name,
    scheme: scheme.length > 1 ? scheme : config.scheme,
    ios: { ...config.ios, bundleIdentifier: id, ...(host && { associatedDomains: [`applinks:${host}`] }) },
    android: {
      ...config.android,
      package: id,
      ...(services && { googleServicesFile: services }),
      ...(host && {
        intentFilters: [{ action: "VIEW", autoVerify: true, data: [{ scheme: "https", host }], category: ["BROWSABLE", "DEFAULT"] }],
      }),
    },
    plugins: [
      ...config.plugins.map((plugin) => (plugin[0] === "expo-notifications" ? [plugin[0], { ...plugin[1], mode: development ? "development" : "production" }] : plugin)),
      ["expo-dev-client", { addGeneratedScheme: development }], // else every build would open at a developer's address
    ],
    extra: { ...config.extra, ...(projectId && { eas: { projectId } }) },
  };
};

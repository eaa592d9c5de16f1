// What differs between builds comes from the environment; all else is in app.json. docs/app.md lists the names.
const { APP_VARIANT, EAS_PROJECT_ID, FITZEN_LINK_HOST, GOOGLE_SERVICES_FILE, EXPO_PUBLIC_GOOGLE_IOS_CLIENT_ID, EXPO_PUBLIC_GOOGLE_ANDROID_CLIENT_ID } = process.env;

/** A development build lies beside the one from the store. */
const development = APP_VARIANT === "development";

module.exports = ({ config }) => {
  const id = development ? `${config.ios.bundleIdentifier}.dev` : config.ios.bundleIdentifier;
  const google = EXPO_PUBLIC_GOOGLE_IOS_CLIENT_ID?.split(".").reverse().join(".");
  // Google answers by these.
  const scheme = [config.scheme, ...(google ? [google] : []), ...(EXPO_PUBLIC_GOOGLE_ANDROID_CLIENT_ID ? [id] : [])];
  return {
    ...config,
    name: development ? `${config.name} Dev` : config.name,
    scheme: scheme.length > 1 ? scheme : config.scheme,
    ios: { ...config.ios, bundleIdentifier: id, ...(FITZEN_LINK_HOST && { associatedDomains: [`applinks:${FITZEN_LINK_HOST}`] }) },
    android: {
      ...config.android,
      package: id,
      ...(GOOGLE_SERVICES_FILE && { googleServicesFile: GOOGLE_SERVICES_FILE }),
      ...(FITZEN_LINK_HOST && {
        intentFilters: [{ action: "VIEW", autoVerify: true, data: [{ scheme: "https", host: FITZEN_LINK_HOST }], category: ["BROWSABLE", "DEFAULT"] }],
      }),
    },
    plugins: config.plugins.map((plugin) => (plugin[0] === "expo-notifications" ? [plugin[0], { ...plugin[1], mode: development ? "development" : "production" }] : plugin)),
    extra: { ...config.extra, ...(EAS_PROJECT_ID && { eas: { projectId: EAS_PROJECT_ID } }) },
  };
};

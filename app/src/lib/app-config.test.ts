/** A build that could reach no server is refused before it is made. */

import app from "../../app.json";

const configOf = (env: Record<string, string | undefined>): unknown => {
  const before = process.env;
  process.env = { ...before, EXPO_PUBLIC_API_URL: undefined, EAS_BUILD_PROFILE: undefined, ...env };
  try {
    let made: (given: { config: unknown }) => unknown = () => undefined;
    jest.isolateModules(() => (made = jest.requireActual("../../app.config")));
    return made({ config: app.expo });
  } finally {
    process.env = before;
  }
};

describe.each(["preview", "production"])("a %s build", (profile) => {
  test.each([undefined, "", "http://fitzen.example", "fitzen.example", "https://", "https://localhost:5001 "])("is refused with the server %s", (url) => {
    expect(() => configOf({ EAS_BUILD_PROFILE: profile, EXPO_PUBLIC_API_URL: url })).toThrow(/EXPO_PUBLIC_API_URL/);
  });

  test("is made with one that is reached by https", () => {
    expect(configOf({ EAS_BUILD_PROFILE: profile, EXPO_PUBLIC_API_URL: "https://fitzen.example" })).toMatchObject({ slug: app.expo.slug });
  });
});

test.each([undefined, "development"])("nothing is asked of what is built with the profile %s", (profile) => {
  expect(configOf({ EAS_BUILD_PROFILE: profile })).toMatchObject({ slug: app.expo.slug });
});

test.each([["development", true], [undefined, false]])("a developer's own address is in their build alone (%s)", (variant, has) => {
  const { plugins } = configOf({ APP_VARIANT: variant }) as { plugins: unknown[] };
  expect(plugins).toContainEqual(["expo-dev-client", { addGeneratedScheme: has }]);
});

import { router, type Href } from "expo-router";

/** Go back to where one came from; somebody who came by a link goes to `home`. */
export const goBack = (home: Href): void => (router.canGoBack() ? router.back() : router.replace(home));

import { configure, screen } from "@testing-library/react-native";
import { useState } from "react";
import { Text } from "react-native";
import { keys } from "@/api/keys";
import { queryClient } from "@/api/query";
import "@/i18n";
import { Stage } from "@/sync/testing/stage";
import { usePhotos } from "./list";

jest.mock("@/lib/secrets", () => jest.requireActual("@/sync/testing/secrets"));
jest.mock("@/sync/open-disk", () => ({ openDisk: async () => mockStage.disk }));
jest.mock("@/lib/uploads/disk", () => ({ openUploadDisk: async () => new (jest.requireActual<typeof import("@/lib/uploads/testing/world")>("@/lib/uploads/testing/world").MemoryUploads)() }));
jest.mock("@/lib/online", () => ({ onOnline: () => () => undefined, onOffline: () => () => undefined }));
jest.mock("expo-crypto", () => ({ randomUUID: () => "id" }));
configure({ asyncUtilTimeout: 20_000 });

let mockStage: Stage;
const photo = (id: string) => ({ kind: "photo", id, body: { id, pose: "front", status: "ready", taken_at: "2026-11-20T07:00:00Z" } });
const link = (id: string) => ({ id, url: `/whole/${id}`, thumbnail_url: `/small/${id}` });

/** What is shown to somebody whose device kept these links of an earlier visit. */
function Known({ ids }: { ids: string[] }) {
  useState(() => queryClient.setQueryData(keys.photos(), Object.fromEntries(ids.map((id) => [id, { url: `/whole/${id}`, thumbnail: `/small/${id}` }]))));
  const photos = usePhotos();
  return <Text>{photos?.map(({ id, thumbnail }) => `${id} ${thumbnail}`).join(", ")}</Text>;
}

afterEach(() => queryClient.clear());
beforeEach(() => {
  mockStage = new Stage();
  mockStage.replies.set("GET /api/photos/me", { body: { items: ["a", "b"].map(link), next_cursor: null } });
});

const asked = () => mockStage.asked.filter(({ path }) => path === "/api/photos/me").length;

test("links that were kept and lack the newest photo are asked for again, however fresh they are", async () => {
  await mockStage.show(<Known ids={["a"]} />, [photo("a"), photo("b")]);
  await screen.findByText(/b \/small\/b/);
  expect(asked()).toBe(1);
});

test("links of every photo are not asked for again while they hold", async () => {
  await mockStage.show(<Known ids={["a", "b"]} />, [photo("a"), photo("b")]);
  await screen.findByText(/b \/small\/b/);
  expect(asked()).toBe(0);
});

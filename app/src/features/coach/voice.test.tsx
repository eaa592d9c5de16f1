import { act, fireEvent, render, screen, waitFor } from "@testing-library/react-native";
import { useState } from "react";
import i18n from "@/i18n";
import { Composer } from "./composer";

type Listener = (event: unknown) => void;
const mockListeners = new Map<string, Set<Listener>>();
const mockPhone = { able: true, granted: true, start: jest.fn(), stop: jest.fn(), abort: jest.fn() };
jest.mock("expo-speech-recognition", () => ({
  ExpoSpeechRecognitionModule: {
    isRecognitionAvailable: () => mockPhone.able,
    requestPermissionsAsync: async () => ({ granted: mockPhone.granted }),
    start: (options: object) => mockPhone.start(options),
    stop: () => mockPhone.stop(),
    abort: () => mockPhone.abort(),
    addListener: (name: string, listener: Listener) => {
      if (!mockListeners.has(name)) mockListeners.set(name, new Set());
      mockListeners.get(name)!.add(listener);
      return { remove: () => mockListeners.get(name)!.delete(listener) };
    },
  },
}));
jest.mock("expo-localization", () => ({ getLocales: () => [{ languageTag: "en-GB", languageCode: "en", regionCode: "GB", measurementSystem: "metric" }] }));

const sent = jest.fn<void, [string]>();

function Desk({ first = "" }: { first?: string }) {
  const [text, setText] = useState(first);
  return <Composer text={text} editable busy={false} online onChange={setText} onSend={() => sent(text)} onStop={() => undefined} />;
}

const tell = (name: string, event: unknown = {}) => act(async () => mockListeners.get(name)?.forEach((listener) => listener(event)));
const hear = (transcript: string) => tell("result", { isFinal: false, results: [{ transcript }] });
const typed = () => screen.getByLabelText("Message to the coach").props.value as string;
const speak = () => fireEvent.press(screen.getByRole("button", { name: "Speak" }));

beforeEach(async () => {
  await i18n.changeLanguage("en");
  mockListeners.clear();
  Object.assign(mockPhone, { able: true, granted: true });
  for (const each of [mockPhone.start, mockPhone.stop, mockPhone.abort, sent]) each.mockReset();
});

test("what is said is written as it is heard, after what was typed, and waits to be sent", async () => {
  await render(<Desk first="Log" />);
  await speak();
  await waitFor(() => expect(mockPhone.start).toHaveBeenCalledWith({ lang: "en-GB", interimResults: true, addsPunctuation: true }));
  expect(screen.getByRole("button", { name: "Listening; tap to end" })).toBeTruthy();
  await hear("two");
  expect(typed()).toBe("Log two");
  await hear("two eggs");
  expect(typed()).toBe("Log two eggs");
  await tell("end");
  expect(screen.getByRole("button", { name: "Speak" })).toBeTruthy();
  expect(sent).not.toHaveBeenCalled();
  await fireEvent.press(screen.getByRole("button", { name: "Send" }));
  expect(sent).toHaveBeenCalledWith("Log two eggs");
});

test("speaking again goes on after what is there", async () => {
  await render(<Desk />);
  await speak();
  await hear("two eggs");
  await tell("end");
  await speak();
  await hear("and toast");
  expect(typed()).toBe("two eggs and toast");
});

test("a tap while it listens ends it, and what was heard stays", async () => {
  await render(<Desk />);
  await speak();
  await hear("two eggs");
  await fireEvent.press(await screen.findByRole("button", { name: "Listening; tap to end" }));
  expect(mockPhone.stop).toHaveBeenCalledTimes(1);
  await tell("end");
  expect(typed()).toBe("two eggs");
});

test("who does not allow the microphone is not listened to, and can type", async () => {
  mockPhone.granted = false;
  await render(<Desk first="Log" />);
  await speak();
  expect(await screen.findByRole("alert")).toHaveTextContent("Fitzen may not use the microphone. You can allow it in the settings.");
  expect(mockPhone.start).not.toHaveBeenCalled();
  expect(screen.getByRole("button", { name: "Speak" })).toBeTruthy();
  await fireEvent.changeText(screen.getByLabelText("Message to the coach"), "Log two eggs");
  expect(typed()).toBe("Log two eggs");
});

test("an error ends it, and what was heard stays", async () => {
  await render(<Desk />);
  await speak();
  await hear("two eggs");
  await tell("error", { error: "network", message: "" });
  expect(screen.getByRole("button", { name: "Speak" })).toBeTruthy();
  expect(screen.getByRole("alert")).toHaveTextContent("Listening does not work right now. You can type it.");
  expect(typed()).toBe("two eggs");
});

test("a phone that cannot listen offers no microphone", async () => {
  mockPhone.able = false;
  await render(<Desk />);
  expect(screen.queryByRole("button", { name: "Speak" })).toBeNull();
  expect(screen.getByRole("button", { name: "Send" })).toBeTruthy();
});

test("it listens in the language of the app where the device has another", async () => {
  await i18n.changeLanguage("es");
  await render(<Desk />);
  await fireEvent.press(screen.getByRole("button", { name: i18n.t("coach.speak") }));
  await waitFor(() => expect(mockPhone.start).toHaveBeenCalledWith(expect.objectContaining({ lang: "es-ES" })));
});

test("leaving the chat ends the listening", async () => {
  await render(<Desk />);
  await speak();
  await screen.unmount();
  expect(mockPhone.abort).toHaveBeenCalledTimes(1);
  expect([...mockListeners.values()].every((each) => each.size === 0)).toBe(true);
});

import { act, fireEvent, render, renderHook, screen } from "@testing-library/react-native";
import * as React from "react";
import * as translating from "react-i18next";
import "@/i18n";
import { Composer } from "./composer";

type Heard = { results: { transcript: string }[][] };
type Made = { lang: string; interimResults: boolean; onresult: ((heard: Heard) => void) | null; onerror: ((failed: { error: string }) => void) | null; onend: (() => void) | null; start: jest.Mock; stop: jest.Mock; abort: jest.Mock };

/** What a browser gives a page to listen by, each that was made. */
const mockMade: Made[] = [];
jest.mock("./voice", () => {
  const browser = globalThis as { webkitSpeechRecognition?: unknown };
  browser.webkitSpeechRecognition = function () {
    const made = { lang: "", interimResults: false, onresult: null, onerror: null, onend: null, start: jest.fn(), stop: jest.fn(), abort: jest.fn() };
    mockMade.push(made);
    return made;
  };
  const known = jest.requireActual<typeof import("./voice.web")>("./voice.web");
  delete browser.webkitSpeechRecognition;
  return known;
});

function Desk() {
  const [text, setText] = React.useState("Log");
  return <Composer text={text} editable busy={false} online onChange={setText} onSend={() => undefined} onStop={() => undefined} />;
}

const typed = () => screen.getByLabelText("Message to the coach").props.value as string;
const speak = () => fireEvent.press(screen.getByRole("button", { name: "Speak" }));
const hear = (...parts: string[]) => act(async () => mockMade.at(-1)?.onresult?.({ results: parts.map((transcript) => [{ transcript }]) }));

beforeEach(() => void mockMade.splice(0));

test("a browser writes what is said as it is heard, all of its parts, until it ends", async () => {
  await render(<Desk />);
  await speak();
  expect(mockMade[0]).toMatchObject({ lang: "en", interimResults: true });
  expect(mockMade[0]?.start).toHaveBeenCalledTimes(1);
  await hear("two");
  expect(typed()).toBe("Log two");
  await hear("two eggs", "and toast");
  expect(typed()).toBe("Log two eggs and toast");
  await fireEvent.press(screen.getByRole("button", { name: "Listening; tap to end" }));
  expect(mockMade[0]?.stop).toHaveBeenCalledTimes(1);
  await act(async () => mockMade[0]?.onend?.());
  expect(screen.getByRole("button", { name: "Speak" })).toBeTruthy();
  expect(typed()).toBe("Log two eggs and toast");
});

const fail = (error: string) =>
  act(async () => {
    mockMade.at(-1)?.onerror?.({ error });
    mockMade.at(-1)?.onend?.();
  });

test("where the microphone is refused one is told, and can type", async () => {
  await render(<Desk />);
  await speak();
  await fail("not-allowed");
  expect(screen.getByRole("alert")).toHaveTextContent("Fitzen may not use the microphone. You can allow it in the settings.");
  expect(screen.getByRole("button", { name: "Speak" })).toBeTruthy();
  await fireEvent.changeText(screen.getByLabelText("Message to the coach"), "Log two eggs");
  expect(typed()).toBe("Log two eggs");
});

test.each([
  ["network", "Listening does not work right now. You can type it."],
  ["no-speech", null],
])("an error %s is told of where there is something to tell, until one speaks again", async (error, told) => {
  await render(<Desk />);
  await speak();
  await fail(error);
  if (told) expect(screen.getByRole("alert")).toHaveTextContent(told);
  else expect(screen.queryByRole("alert")).toBeNull();
  await speak();
  expect(screen.queryByRole("alert")).toBeNull();
});

test("leaving the chat ends the listening", async () => {
  await render(<Desk />);
  await speak();
  await screen.unmount();
  expect(mockMade[0]?.abort).toHaveBeenCalledTimes(1);
});

test("a browser that cannot listen has nothing to listen by", async () => {
  let web: typeof import("./voice.web") | undefined;
  jest.isolateModules(() => {
    jest.doMock("react", () => React); // hooks work in one React only
    jest.doMock("react-i18next", () => translating);
    web = jest.requireActual<typeof import("./voice.web")>("./voice.web");
  });
  const { result } = await renderHook(() => web!.useVoice(() => undefined));
  expect(result.current).toBeNull();
});

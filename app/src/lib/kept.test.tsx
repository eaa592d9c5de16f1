import AsyncStorage from "@react-native-async-storage/async-storage";
import { act, renderHook, waitFor } from "@testing-library/react-native";
import { keep, useKept } from "./kept";

beforeEach(() => AsyncStorage.clear());

test("what is set before the read returns stays", async () => {
  await keep("draft", "old");
  let answer = (): void => undefined;
  const read = jest.mocked(AsyncStorage.getItem).mockImplementationOnce(() => new Promise((resolve) => (answer = () => resolve('"old"'))));
  const { result } = await renderHook(() => useKept("draft", ""));
  await act(async () => result.current[1]("typed"));
  await act(async () => answer());
  expect(read).toHaveBeenCalledTimes(1);
  await waitFor(() => expect(result.current[2]).toBe(true));
  expect(result.current[0]).toBe("typed");
});

test("what was kept under another name before is not read into this one", async () => {
  await keep("two", "of two");
  let answer = (): void => undefined;
  jest.mocked(AsyncStorage.getItem).mockImplementationOnce(() => new Promise((resolve) => (answer = () => resolve('"of one"'))));
  const { result, rerender } = await renderHook(({ name }: { name: string }) => useKept(name, ""), { initialProps: { name: "one" } });
  await rerender({ name: "two" });
  await act(async () => answer());
  expect(result.current[0]).toBe("of two");
});

test("what was kept is there after a restart", async () => {
  const first = await renderHook(() => useKept("draft", ""));
  await act(async () => first.result.current[1]("typed"));
  await first.unmount();
  const { result } = await renderHook(() => useKept("draft", ""));
  await waitFor(() => expect(result.current[0]).toBe("typed"));
});

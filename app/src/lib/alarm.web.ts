/** Tell that a time is up while the window is open: two notes, and a buzz where the device has one. */

const [NOTES_HZ, NOTE_S] = [[660, 880], 0.22];
const PATTERN_MS = [300, 150, 300];

let sound: AudioContext | null = null;

/** A browser makes a sound only once the person has tapped something: call it then. */
export function readyAlarm(): void {
  if (!("AudioContext" in globalThis)) return;
  sound ??= new AudioContext();
  void sound.resume();
}

export function ring(): void {
  navigator.vibrate?.(PATTERN_MS);
  if (!sound) return;
  for (const [place, hz] of NOTES_HZ.entries()) {
    const [voice, loudness, at] = [sound.createOscillator(), sound.createGain(), sound.currentTime + place * NOTE_S];
    voice.frequency.value = hz;
    loudness.gain.setValueAtTime(0.2, at);
    loudness.gain.exponentialRampToValueAtTime(0.001, at + NOTE_S);
    voice.connect(loudness).connect(sound.destination);
    voice.start(at);
    voice.stop(at + NOTE_S);
  }
}

/** A small thing was done. */
export const tap = (): void => void navigator.vibrate?.(15);

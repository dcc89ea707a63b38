/** Voices out of balance: one peer fills the time of several. It never says who. */
import { last, peerVoices, sum } from "../history.ts";
import type { Measure } from "../signal.ts";
import { tenths } from "../signal.ts";

export const voicesOutOfBalance: Measure = (history, _today, limit) => {
  const circles = history.meetings
    .map((meeting) => peerVoices(meeting))
    .filter((voices) => voices.length >= limit("peers") && spokenIn(voices) > 0);
  const lately = last(limit("last"), circles);
  if (lately.length < limit("least")) return null;
  const found = new Map<string, { spoken: number; fair: number; evenings: number }>();
  for (const voices of lately) {
    const even = spokenIn(voices) / voices.length;
    for (const { member, seconds } of voices) {
      const before = found.get(member) ?? { spoken: 0, fair: 0, evenings: 0 };
      found.set(member, {
        spoken: before.spoken + seconds,
        fair: before.fair + even,
        evenings: before.evenings + 1,
      });
    }
  }
  const judged = [...found.values()]
    .filter(({ evenings }) => evenings >= limit("as_peer"))
    .map(({ spoken, fair }) => spoken / fair);
  if (judged.length === 0) return null;
  const most = Math.max(...judged);
  return {
    worthALook: most >= limit("times_even"),
    numbers: { meetings: lately.length, times: tenths(most) },
  };
};

function spokenIn(voices: readonly { readonly seconds: number }[]): number {
  return sum(voices.map(({ seconds }) => seconds));
}

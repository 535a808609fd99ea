// How fast a replay runs, and how that is said.
import { SPEEDS, type Speed } from './session.ts';

/** What a person can follow. */
const SHOWING_NS = 10e9;

/** The speed at which the burst lasts about ten seconds. */
export function defaultSpeed(durationNs: number): Speed {
  const wanted = SHOWING_NS / Math.max(1, durationNs);
  const distance = (speed: Speed): number => Math.abs(Math.log(speed / wanted));
  return SPEEDS.reduce((best, speed) => (distance(speed) < distance(best) ? speed : best));
}

/** "real time", "1/200 of real time" */
export function speedWords(speed: Speed): string {
  return speed === 1 ? 'real time' : `1/${speed} of real time`;
}

/** "23.4 ms of 51 ms", in the unit that suits the whole. */
export function timeWords(timeNs: number, durationNs: number): string {
  const [unit, unitNs] = durationNs >= 10e9 ? (['s', 1e9] as const) : (['ms', 1e6] as const);
  const most = durationNs / unitNs < 100 ? 1 : 0;
  const words = (ns: number, least: number): string =>
    (ns / unitNs).toLocaleString('en-US', {
      minimumFractionDigits: least,
      maximumFractionDigits: most,
    });
  // The moment keeps its digits, so that it does not jump while it runs.
  return `${words(timeNs, most)} ${unit} of ${words(durationNs, 0)} ${unit}`;
}

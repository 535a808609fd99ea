// What a talk or a replay of a burst steps to: the moments at which something is heard for the first
// time. Pure; from what buyers were told, which is when it could be heard.
import type { Answer } from '@worldseat/schema/domain';
import type { Marker } from '@worldseat/schema/history';

/** In order of time. Moments that did not come have no marker. */
export function markersOf(answers: readonly Answer[]): Marker[] {
  const inTime = [...answers].sort((one, other) => one.returnNs - other.returnNs);
  const confirmed = inTime.filter(({ outcome }) => outcome === 'CONFIRMED');
  const found: readonly (readonly [Answer | undefined, string])[] = [
    [inTime[0], 'first answer'],
    [confirmed[0], 'first ticket'],
    [secondHolder(confirmed), 'first seat sold twice'],
    [inTime.find(({ rejectionReason }) => rejectionReason === 'FAN_LIMIT'), 'first fan stopped'],
    [inTime.at(-1), 'last answer'],
  ];
  return found
    .flatMap(([answer, label]) => (answer === undefined ? [] : { atNs: answer.returnNs, label }))
    .sort((one, other) => one.atNs - other.atNs);
}

function secondHolder(confirmed: readonly Answer[]): Answer | undefined {
  const held = new Map<string, string>();
  return confirmed.find(({ seatId, orderId }) => {
    const first = held.get(seatId) ?? orderId;
    held.set(seatId, first);
    return first !== orderId;
  });
}

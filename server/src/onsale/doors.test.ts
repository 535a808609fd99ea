import { describe, expect, it } from 'vitest';
import { Doors, MAX_INSIDE, StillInside } from './doors.ts';

function enter(doors: Doors, seatId: string): () => void {
  const entry = doors.enter(seatId);
  if (entry.kind !== 'ENTERED') throw new Error(entry.kind);
  return entry.leave;
}

describe('Doors', () => {
  it('wait until everybody is out, and turn away who comes meanwhile', async () => {
    const doors = new Doors();
    const leave = enter(doors, 'A1');
    const shutting = doors.shut(['A1']);
    expect(doors.enter('A1')).toEqual({ kind: 'SHUT' });
    enter(doors, 'B1');
    leave();
    const open = await shutting;
    expect(doors.enter('A1')).toEqual({ kind: 'SHUT' });
    open();
    enter(doors, 'A1');
  });

  it('shut several seats, and wait for those alone', async () => {
    const doors = new Doors();
    const leave = enter(doors, 'A1');
    enter(doors, 'C1');
    const shutting = doors.shut(['A1', 'B1']);
    expect(['A1', 'B1'].map((seatId) => doors.enter(seatId).kind)).toEqual(['SHUT', 'SHUT']);
    enter(doors, 'D1');
    leave();
    (await shutting)();
    enter(doors, 'B1');
  });

  it('shut the whole floor for everybody', async () => {
    const doors = new Doors();
    const leaves = ['A1', 'B1'].map((seatId) => enter(doors, seatId));
    const shutting = doors.shut(null);
    expect(doors.enter('C1')).toEqual({ kind: 'SHUT' });
    leaves.forEach((leave) => leave());
    (await shutting)();
    enter(doors, 'C1');
  });

  it('open again when somebody stays', async () => {
    const doors = new Doors();
    enter(doors, 'A1');
    await expect(doors.shut(['A1'], 1)).rejects.toThrow(StillInside);
    enter(doors, 'A1');
  });

  it('are full at the limit', () => {
    const doors = new Doors();
    const leaves = Array.from({ length: MAX_INSIDE }, () => enter(doors, 'A1'));
    expect(doors.enter('A1')).toEqual({ kind: 'FULL' });
    leaves[0]?.();
    enter(doors, 'A1');
  });
});

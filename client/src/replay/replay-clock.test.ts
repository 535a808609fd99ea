import { describe, expect, it } from 'vitest';
import { ReplayClock, type ClockState, type Frames } from './replay-clock.ts';

/** Frames that come when the test says so. */
class HandFrames implements Frames {
  waiting: ((nowMs: number) => void) | null = null;
  #requests = 0;

  request(onFrame: (nowMs: number) => void): number {
    this.waiting = onFrame;
    return (this.#requests += 1);
  }

  cancel(): void {
    this.waiting = null;
  }

  at(nowMs: number): void {
    const onFrame = this.waiting;
    this.waiting = null;
    onFrame?.(nowMs);
  }
}

function clockOf(durationNs: number) {
  const frames = new HandFrames();
  const told: ClockState[] = [];
  const clock = new ReplayClock(durationNs, (state) => told.push(state), frames);
  return { frames, told, clock };
}

describe('the clock of a replay', () => {
  it('runs as much slower as its speed says, and stops at the end', () => {
    const { frames, told, clock } = clockOf(1e6);
    clock.speed = 50;
    clock.play();
    for (const nowMs of [1_000, 1_020, 1_060, 1_100]) frames.at(nowMs);
    expect(told).toEqual([
      { timeNs: 0, playing: true },
      { timeNs: 0, playing: true },
      { timeNs: 400_000, playing: true },
      { timeNs: 1_000_000, playing: false },
    ]);
    expect(frames.waiting).toBeNull();
  });

  it('plays from the start again when it stood at the end', () => {
    const { told, clock } = clockOf(500);
    clock.seek(900);
    clock.play();
    expect(told).toEqual([
      { timeNs: 500, playing: false },
      { timeNs: 0, playing: true },
    ]);
  });

  it('goes on where it was after a page that was hidden, a frame at most later', () => {
    const { frames, told, clock } = clockOf(1e12);
    clock.speed = 1;
    clock.play();
    frames.at(1_000);
    frames.at(61_000);
    expect(told.at(-1)).toEqual({ timeNs: 100e6, playing: true });
  });

  it('asks for no frame while it stands still, nor once it is closed', () => {
    const { frames, told, clock } = clockOf(1e9);
    clock.play();
    clock.pause();
    expect(frames.waiting).toBeNull();
    clock.play();
    clock.close();
    clock.play();
    clock.seek(5);
    expect({ waiting: frames.waiting, told: told.length }).toEqual({ waiting: null, told: 3 });
  });
});

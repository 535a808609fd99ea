// How long this page's own code keeps its thread in each frame: the callbacks of frames, and what else
// it is told of. Wall time, by performance.now(); the browser's own work is not in it.

export interface FrameMeter {
  /** Something else that belongs to the frame, in milliseconds. */
  add(ms: number): void;
  /** From now on; what was measured before is forgotten. */
  start(): void;
  /** One figure a frame since start(). */
  readonly framesMs: readonly number[];
}

/** Has to come before whoever asks for frames. */
export function meterFrames(): FrameMeter {
  const request = requestAnimationFrame.bind(window);
  let framesMs: number[] = [];
  let spentMs = 0;
  window.requestAnimationFrame = (run) =>
    request((nowMs) => {
      const startMs = performance.now();
      run(nowMs);
      spentMs += performance.now() - startMs;
    });
  const turn = (): void => {
    framesMs.push(spentMs);
    spentMs = 0;
    request(turn);
  };
  request(turn);
  return {
    add: (ms) => void (spentMs += ms),
    start: () => {
      framesMs = [];
      spentMs = 0;
    },
    get framesMs() {
      return framesMs;
    },
  };
}

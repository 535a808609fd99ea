import { describe, expect, it } from 'vitest';
import { sample } from './sampler.ts';

describe('sample', () => {
  it('reads again and again until it is stopped, and ends at once', async () => {
    let reads = 0;
    await new Promise<void>((resolve) => {
      const stop = sample(() => {
        reads += 1;
        if (reads === 3) void stop().then(resolve);
        return Promise.resolve();
      }, 1);
    });
    expect(reads).toBe(3);
  });

  it('stops during a long pause without waiting for it', async () => {
    let reads = 0;
    const stop = sample(() => {
      reads += 1;
      return Promise.resolve();
    }, 3_600_000);
    await stop();
    expect(reads).toBe(1);
  });
});

// Fingers on a page, as Chromium gets them from a touch screen: what they mean, such as scrolling, is
// the browser's own matter, which no event made by a script would show.
import type { CDPSession, Page } from 'playwright-core';
import type { At } from './floor-hand.ts';

/** Into which a movement is divided; each is answered before the next one is made. */
const STEPS = 8;

export class Fingers {
  readonly #screen: CDPSession;

  private constructor(screen: CDPSession) {
    this.#screen = screen;
  }

  /** @param page of a context that has touch */
  static async on(page: Page): Promise<Fingers> {
    return new Fingers(await page.context().newCDPSession(page));
  }

  /** All at once: each from where it is put down to where it is lifted. */
  async drag(...ways: readonly (readonly [from: At, to: At])[]): Promise<void> {
    const at = (share: number) =>
      ways.map(([from, to], id) => ({
        id,
        x: from.x + (to.x - from.x) * share,
        y: from.y + (to.y - from.y) * share,
      }));
    await this.#send('touchStart', at(0));
    for (let step = 1; step <= STEPS; step += 1) await this.#send('touchMove', at(step / STEPS));
    await this.#send('touchEnd', []);
  }

  /** Apart or together by a factor, about a point. @param spread between them at the start */
  pinch({ x, y }: At, factor: number, spread: number): Promise<void> {
    const [near, far] = [spread / 2, (spread / 2) * factor];
    return this.drag(
      [
        { x: x - near, y },
        { x: x - far, y },
      ],
      [
        { x: x + near, y },
        { x: x + far, y },
      ],
    );
  }

  async tap(at: At, times: 1 | 2 = 1): Promise<void> {
    for (let time = 0; time < times; time += 1) await this.drag([at, at]);
  }

  async #send(
    type: 'touchStart' | 'touchMove' | 'touchEnd',
    touchPoints: (At & { id: number })[],
  ): Promise<void> {
    await this.#screen.send('Input.dispatchTouchEvent', { type, touchPoints });
  }
}

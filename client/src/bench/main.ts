// The page of `npm run bench -- floor`: two floors, each fed with changes through the code of the
// stage. It measures nothing until it is told to run, and then says what it saw.
import '@fontsource-variable/archivo/wdth.css';
import { venueOf } from '@worldseat/schema/domain';
import { mount } from 'svelte';
import { FLASH_MS } from '../floor/look.ts';
import { paintInThreads } from '../floor/paint-in-threads.ts';
import { PALETTES } from '../floor/palette.ts';
import '../styles/tokens.css';
import '../styles/base.css';
import { BenchEngine } from './bench-engine.svelte.ts';
import BenchStage from './BenchStage.svelte';
import { checkPicture, type PictureCheck } from './check-picture.ts';
import { meterFrames } from './frame-meter.ts';
import { stageOf } from './orders.ts';

interface FloorReport {
  /** Wall time of the page's own code in each frame. */
  readonly framesMs: readonly number[];
  readonly tookMs: number;
  readonly floors: readonly (PictureCheck & {
    readonly changes: number;
    readonly messages: number;
    readonly oversold: number;
  })[];
}

/** After the last flash. */
const SETTLED_LIMIT_MS = 5_000;

const stage = stageOf(location.search);
const venue = venueOf(stage.venue);
if (venue === null) throw new Error(`There is no venue "${stage.venue}".`);
const meter = meterFrames();
const engines = ['left', 'right'].map((name) => new BenchEngine(name, venue));
const canvases = new Map<BenchEngine, HTMLCanvasElement>();
const target = document.getElementById('app');
if (target === null) throw new Error('The page has no #app element.');
const { theme } = stage;
document.documentElement.dataset['theme'] = theme;
const onCanvas = (engine: BenchEngine, canvas: HTMLCanvasElement): void => {
  canvases.set(engine, canvas);
};
mount(BenchStage, {
  target,
  props: { engines, theme, focusSeat: null, onCanvas },
  // As on the stage.
  context: paintInThreads(),
});

/** @param onEnd when the last news came: what follows is checking, not measuring */
async function run(onEnd: () => void): Promise<FloorReport> {
  meter.start();
  const startMs = performance.now();
  const sent = await Promise.all(
    engines.map((engine, at) =>
      engine.run({ ...stage, seed: stage.seed + at }, (ms) => meter.add(ms)),
    ),
  );
  const tookMs = performance.now() - startMs;
  const framesMs = [...meter.framesMs];
  onEnd();
  await quiet();
  const floors = await Promise.all(
    engines.map(async (engine, at) => {
      const [end, canvas] = [sent[at], canvases.get(engine)];
      if (end === undefined || canvas === undefined) throw new Error('A floor has no picture.');
      const check = await settled(() => checkPicture(engine.model, end, canvas, PALETTES[theme]));
      const { changes, messages } = end;
      return { ...check, changes, messages, oversold: engine.model.oversold };
    }),
  );
  return { framesMs, tookMs, floors };
}

const frame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve));

/** The threads that paint have frames of their own: what is still wrong is looked at again. */
async function settled(check: () => PictureCheck): Promise<PictureCheck> {
  const limitMs = performance.now() + SETTLED_LIMIT_MS;
  for (;;) {
    const seen = check();
    if (seen.wrongOnCanvas === 0 || performance.now() > limitMs) return seen;
    await frame();
  }
}

/** Until the last flash is over and was painted. */
async function quiet(): Promise<void> {
  const overMs = performance.now() + FLASH_MS;
  while ((await frame()) <= overMs);
  await frame();
  await frame();
}

Object.assign(window, { floorBench: { run, engines } });

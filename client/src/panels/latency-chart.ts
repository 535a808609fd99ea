// Two histograms behind each other, drawn by uPlot: this engine's in front, the other ones' behind, on
// an axis that is given. It draws at most five times a second, and holds no numbers of its own.
import type uPlot from 'uplot';
import type { Theme } from '../floor/palette.ts';
import { ticks, tickWords, type LatencyAxis } from './latency.ts';

export interface LatencyPicture {
  /** The colours are read from the page's tokens anew when it changes. */
  readonly theme: Theme;
  readonly axis: LatencyAxis;
  /** Milliseconds; the middle of each bucket. */
  readonly middlesMs: readonly number[];
  /** Shares of the burst, 0 to 1. */
  readonly own: readonly number[];
  /** The highest share of any other engine, 0 where there is none. */
  readonly others: readonly number[];
  /** Milliseconds; where lines stand. */
  readonly marksMs: readonly number[];
}

export interface LatencyChart {
  show(picture: LatencyPicture): void;
  close(): void;
}

const LEAST_PAUSE_MS = 200;
const AXIS_REM = 1.05;

/** Loads the library when the first chart is wanted: the page is painted without it. */
export async function openLatencyChart(box: HTMLElement): Promise<LatencyChart> {
  const { default: Plot } = await import('uplot');
  let picture: LatencyPicture | null = null;
  let plot: uPlot | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let drawnAt = -LEAST_PAUSE_MS;

  const options = (): uPlot.Options => optionsOf(Plot, box, () => picture);
  const draw = (): void => {
    clearTimeout(timer);
    timer = undefined;
    drawnAt = performance.now();
    if (picture === null || box.clientWidth === 0) return;
    if (plot !== null) plot.setData(dataOf(picture));
    else plot = new Plot(options(), dataOf(picture), box);
  };
  const afresh = (): void => {
    plot?.destroy();
    plot = null;
    draw();
  };
  const observer = new ResizeObserver(afresh);
  observer.observe(box);
  return {
    show(next) {
      const recoloured = picture !== null && picture.theme !== next.theme;
      picture = next;
      const pauseMs = Math.max(0, drawnAt + LEAST_PAUSE_MS - performance.now());
      if (recoloured) afresh();
      else timer ??= setTimeout(draw, pauseMs);
    },
    close() {
      observer.disconnect();
      clearTimeout(timer);
      plot?.destroy();
    },
  };
}

function dataOf({ middlesMs, own, others }: LatencyPicture): uPlot.AlignedData {
  // The axis is logarithmic because its values are logarithms.
  return [middlesMs.map(Math.log10), [...others], [...own]];
}

function optionsOf(
  Plot: typeof uPlot,
  box: HTMLElement,
  now: () => LatencyPicture | null,
): uPlot.Options {
  const style = getComputedStyle(box);
  const colour = (token: string): string => style.getPropertyValue(token).trim();
  const rem = remOf(box);
  const bars = (fill: string): uPlot.Series => {
    const paths = Plot.paths.bars?.({ size: [0.9, 100], gap: 1 });
    return { fill, width: 0, points: { show: false }, ...(paths ? { paths } : {}) };
  };
  return {
    width: box.clientWidth,
    height: box.clientHeight,
    padding: [2, 0, 0, 0],
    cursor: { show: false },
    legend: { show: false },
    scales: {
      x: { time: false, range: () => rangeOf(now()) },
      y: { range: () => [0, now()?.axis.top ?? 1] },
    },
    axes: [
      {
        size: AXIS_REM * rem,
        gap: 0.1 * rem,
        font: `${0.75 * rem}px ${style.fontFamily}`,
        stroke: colour('--muted'),
        grid: { show: false },
        ticks: { show: false },
        splits: () => ticksOf(now()).map(Math.log10),
        values: () => ticksOf(now()).map(tickWords),
      },
      { show: false },
    ],
    series: [{}, bars(colour('--bar-other')), bars(colour('--bar'))],
    hooks: { draw: [(plot) => drawMarks(plot, now()?.marksMs ?? [], colour)] },
  };
}

/** What one rem is on the page, or in the embed: the box has the size of the body's text. */
function remOf(box: HTMLElement): number {
  return Number.parseFloat(getComputedStyle(box).fontSize);
}

function rangeOf(picture: LatencyPicture | null): [number, number] {
  return picture === null ? [0, 3] : [Math.log10(picture.axis.from), Math.log10(picture.axis.to)];
}

function ticksOf(picture: LatencyPicture | null): number[] {
  return picture === null ? [] : ticks(picture.axis);
}

function drawMarks(
  plot: uPlot,
  marksMs: readonly number[],
  colour: (token: string) => string,
): void {
  const { ctx, bbox } = plot;
  const thick = Math.max(1, Math.round((remOf(plot.root) / 20) * devicePixelRatio));
  ctx.fillStyle = colour('--rim');
  ctx.fillRect(bbox.left, bbox.top + bbox.height - thick, bbox.width, thick);
  ctx.fillStyle = colour('--text');
  for (const mark of marksMs) {
    const x = Math.round(plot.valToPos(Math.log10(mark), 'x', true));
    ctx.fillRect(x - thick, bbox.top, 2 * thick, bbox.height);
  }
}

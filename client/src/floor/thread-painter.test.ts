import { packSeat, VENUES } from '@worldseat/schema/domain';
import { expect, test } from 'vitest';
import { fitFloor } from './layout.ts';
import { FloorModel } from './model.ts';
import type { PaintAnswer, PaintOrder } from './paint-orders.ts';
import type { Canvases, Painter, Scene } from './painter.ts';
import { PALETTES } from './palette.ts';
import { ThreadPainter } from './thread-painter.ts';

const { hall } = VENUES;
if (hall === undefined) throw new Error('The venues are missing.');

/** The other end of a thread: what it was told, and the mouth that answers. */
class Ear {
  readonly orders: PaintOrder[] = [];
  ended = false;
  onmessage: ((event: { data: PaintAnswer }) => void) | null = null;
  onerror: (() => void) | null = null;

  postMessage(order: PaintOrder): void {
    this.orders.push(order);
  }

  terminate(): void {
    this.ended = true;
  }

  answer(data: PaintAnswer): void {
    this.onmessage?.({ data });
  }

  /** Since the last time. */
  heard(): string[] {
    return this.orders
      .splice(0)
      .map((order) =>
        order.kind === 'scene' ? `scene ${Object.keys(order.parts).sort().join()}` : order.kind,
      );
  }
}

/** In a page that shows some canvases: handed over, it is nobody's any more. */
function canvasIn(shown: HTMLCanvasElement[]): HTMLCanvasElement {
  const canvas = {
    transferControlToOffscreen: () => ({}),
    cloneNode: () => canvasIn(shown),
    replaceWith: (other: HTMLCanvasElement) => shown.splice(shown.indexOf(canvas), 1, other),
  } as unknown as HTMLCanvasElement;
  return canvas;
}
const layout = fitFloor(hall, 900, 600);
const sceneOf = (model: FloorModel): Scene => ({
  ...{ model, layout, home: layout, palette: PALETTES.dark, density: 1, bleed: 44 },
  ...{ focus: null, focusHolders: null, owners: new Map<number, string>(), cursor: null },
  ...{ leader: false, calm: false, cropped: false },
});
const ALL =
  'scene bleed,calm,cropped,cursor,density,focus,focusHolders,home,layout,leader,owners,palette';

function opened() {
  const ear = new Ear();
  const instead: string[] = [];
  const own: Painter = {
    show: () => void instead.push('show'),
    refresh: () => void instead.push('refresh'),
    flush: () => void instead.push('flush'),
    close: () => void instead.push('close'),
  };
  const shown: HTMLCanvasElement[] = [];
  const canvases = { seats: canvasIn(shown), over: canvasIn(shown) };
  shown.push(canvases.seats, canvases.over);
  const paintedOn: Canvases<HTMLCanvasElement>[] = [];
  const painter = new ThreadPainter(canvases, ear as unknown as Worker, (on) => {
    paintedOn.push(on);
    return own;
  });
  return { ear, instead, painter, canvases, shown, paintedOn };
}

test('once the thread listens it is told all, and then only what is another thing', () => {
  const { ear, painter } = opened();
  const scene = sceneOf(new FloorModel(hall, []));
  painter.show(scene);
  expect(ear.heard()).toEqual([]);
  ear.answer('ready');
  expect(ear.heard()).toEqual(['canvases', 'floor', 'seats', ALL]);
  painter.show({ ...scene });
  expect(ear.heard()).toEqual([]);
  painter.show({ ...scene, cursor: 4 });
  expect(ear.heard()).toEqual(['scene cursor']);
  painter.show({ ...scene, cursor: 4, model: new FloorModel(hall, []) });
  expect(ear.heard()).toEqual(['floor', 'seats', 'scene ']);
});

test('every change is told at once, but for no more than a few that were not taken', () => {
  const { ear, painter } = opened();
  const model = new FloorModel(hall, []);
  painter.show(sceneOf(model));
  ear.answer('ready');
  ear.answer('took');
  ear.heard();
  for (let seat = 0; seat < 20; seat += 1) {
    model.apply({ packed: [packSeat(seat, 1)], regions: [-1] }, 0);
  }
  const told = ear.orders.splice(0);
  expect(told.map(({ kind }) => kind)).toEqual(Array.from({ length: 8 }, () => 'seats'));
  ear.answer('took');
  const [rest] = ear.orders.splice(0);
  expect(rest?.kind === 'seats' && [...(rest.parcel.seats ?? [])]).toEqual(
    Array.from({ length: 12 }, (_, at) => at + 8),
  );
  for (let left = 0; left < 8; left += 1) ear.answer('took');
  expect(ear.heard()).toEqual([]);
});

test('where no thread comes about, another painter is shown everything', () => {
  const { ear, instead, painter, canvases, paintedOn } = opened();
  painter.show(sceneOf(new FloorModel(hall, [])));
  ear.onerror?.();
  painter.show(sceneOf(new FloorModel(hall, [])));
  painter.refresh();
  painter.flush();
  painter.close();
  expect(instead).toEqual(['show', 'show', 'refresh', 'flush', 'close']);
  expect({ told: ear.heard(), ended: ear.ended }).toEqual({ told: [], ended: true });
  expect(paintedOn).toEqual([canvases]);
});

test('where a thread fails, another painter is shown everything, on canvases of its own', () => {
  const { ear, instead, painter, canvases, shown, paintedOn } = opened();
  const model = new FloorModel(hall, []);
  painter.show(sceneOf(model));
  ear.answer('ready');
  ear.heard();
  ear.onerror?.();
  ear.onerror?.();
  expect({ instead, ended: ear.ended }).toEqual({ instead: ['show'], ended: true });
  expect(paintedOn.map(({ seats, over }) => [seats, over])).toEqual([shown]);
  expect(shown).toHaveLength(2);
  for (const canvas of Object.values(canvases)) expect(shown).not.toContain(canvas);
  // What the thread says late, and what changes, is nothing to it any more.
  ear.answer('took');
  model.apply({ packed: [packSeat(1, 1)], regions: [-1] }, 0);
  painter.show(sceneOf(model));
  expect({ told: ear.heard(), instead }).toEqual({ told: [], instead: ['show', 'show'] });
});

test('closed, it tells nothing more', () => {
  const { ear, painter } = opened();
  const model = new FloorModel(hall, []);
  painter.show(sceneOf(model));
  ear.answer('ready');
  painter.close();
  ear.heard();
  ear.onerror?.();
  model.apply({ packed: [packSeat(1, 1)], regions: [-1] }, 0);
  expect({ told: ear.heard(), ended: ear.ended }).toEqual({ told: [], ended: true });
});

import type { LabEngineView } from '@worldseat/schema/services';
import { describe, expect, it, vi } from 'vitest';
import { EngineUnavailable } from '../engines/engine.ts';
import { EngineRoom } from './engine-room.ts';
import type { Trial } from './trial.ts';

const known = ['dsql', 'dynamodb', 'postgres'].map((id): LabEngineView => {
  return { id, name: id, consistency: 'of a test', strategies: ['NAIVE'] };
});
/** As much of a trial as the room looks at. */
const trialOf = (id: string) => ({ engine: { id } }) as unknown as Trial;

function openRoom(open: (id: string) => Promise<Trial>) {
  const opened: string[] = [];
  const room = new EngineRoom({
    onStage: [trialOf('dsql')],
    known,
    open: (id) => {
      opened.push(id);
      return open(id);
    },
  });
  return { room, opened };
}

describe('EngineRoom', () => {
  it('opens an engine once, whoever asks and however often', async () => {
    const { room, opened } = openRoom((id) => Promise.resolve(trialOf(id)));
    expect(room.find('postgres')).toBeNull();
    const asked = ['postgres', 'dsql', 'postgres'].map((id) => room.openEngine(id));
    const [one, stage, other] = await Promise.all(asked);
    expect(one).toBe(other);
    expect(one).toBe(await room.openEngine('postgres'));
    expect(stage).toBe(room.onStage[0]);
    expect(opened).toEqual(['postgres']);
    expect(room.open.map(({ engine }) => engine.id)).toEqual(['dsql', 'postgres']);
  });

  it('opens one after the other, also after one that cannot be opened', async () => {
    const turns: ((trial: Promise<Trial>) => void)[] = [];
    const { room, opened } = openRoom(() => new Promise((resolve) => turns.push(resolve)));
    const asked = [room.openEngine('postgres'), room.openEngine('dynamodb')];
    await vi.waitFor(() => expect(opened).toEqual(['postgres']));
    turns[0]?.(Promise.reject(new Error('no PostgreSQL here')));
    await expect(asked[0]).rejects.toThrow('no PostgreSQL here');
    await vi.waitFor(() => expect(opened).toEqual(['postgres', 'dynamodb']));
    turns[1]?.(Promise.resolve(trialOf('dynamodb')));
    expect((await asked[1])?.engine.id).toBe('dynamodb');
  });

  it('says why an engine cannot be opened, and tries again when asked again', async () => {
    let fault: Error | null = new Error('no PostgreSQL here');
    const { room } = openRoom((id) => {
      return fault === null ? Promise.resolve(trialOf(id)) : Promise.reject(fault);
    });
    await expect(room.openEngine('postgres')).rejects.toThrow(
      'postgres is unavailable: it cannot be opened: no PostgreSQL here',
    );
    fault = null;
    expect((await room.openEngine('postgres')).engine.id).toBe('postgres');
    await expect(room.openEngine('oracle')).rejects.toThrow(EngineUnavailable);
  });

  it('closes when nothing is being opened, and opens nothing from then on', async () => {
    let finish: (trial: Trial) => void = () => undefined;
    const { room, opened } = openRoom(() => new Promise((resolve) => (finish = resolve)));
    const opening = room.openEngine('postgres');
    await vi.waitFor(() => expect(opened).toEqual(['postgres']));
    let closed = false;
    const closing = room.close().then(() => (closed = true));
    await new Promise((resolve) => setImmediate(resolve));
    expect(closed).toBe(false);
    finish(trialOf('postgres'));
    await opening;
    await closing;
    const { room: shut, opened: never } = openRoom((id) => Promise.resolve(trialOf(id)));
    await shut.close();
    await expect(shut.openEngine('postgres')).rejects.toThrow('the server is stopping');
    expect([opened, never]).toEqual([['postgres'], []]);
  });
});

// The people in the room: who joined by phone, and where they can. Told by the server.
import type { Api } from '../api/client.ts';
import { keepSubscribed } from '../api/keep.ts';
import { ROOM, type RoomInfo } from '../api/room.ts';

export class Room {
  /** Null: not told yet. */
  info: RoomInfo | null = $state.raw(null);
  trouble: string | null = $state(null);
  readonly #api: Api;
  #end: () => void = () => undefined;

  constructor(api: Api) {
    this.#api = api;
  }

  /** 0 while it is not known. */
  get people(): number {
    return this.info?.people ?? 0;
  }

  open(): void {
    this.#end();
    this.#end = keepSubscribed(
      this.#api,
      ROOM,
      {},
      {
        onData: ({ room }) => (this.info = room),
        onTrouble: (trouble) => (this.trouble = trouble),
      },
    );
  }

  close(): void {
    this.#end();
  }
}

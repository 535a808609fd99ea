// The replay page's state: one recording on the floors, the seat in question, and what the keys do
// there. It knows no server.
import type { Theme } from '../floor/palette.ts';
import { toggleFullScreen } from '../present/full-screen.ts';
import type { Command } from '../present/keys.ts';
import { isReplayCommand, moveReplay } from '../present/replay-commands.ts';
import type { Replay } from '../replay/session.ts';
import type { FloorActions } from '../state/shown-engine.ts';
import { ThemeChoice } from '../state/theme.svelte.ts';
import { Player, type ReplayHost } from './player.svelte.ts';

export class Screening implements ReplayHost, FloorActions {
  replay: Replay | null = $state.raw(null);
  help = $state(false);
  readonly player = new Player(this);
  readonly invitation = 'Click looks at it';
  readonly #theme = new ThemeChoice();

  get theme(): Theme {
    return this.#theme.now;
  }

  showReplay(replay: Replay | null): void {
    this.replay?.close();
    this.replay = replay;
  }

  choose(_engine: string, seat: string): void {
    this.focus(seat);
  }

  focus(seat: string): void {
    this.replay?.focus(seat);
  }

  /** @returns false when the command means nothing here */
  run(command: Command): boolean {
    if (isReplayCommand(command)) return moveReplay(command, this.replay, this.player);
    if (command === 'HELP') this.help = !this.help;
    else if (command === 'THEME') this.#theme.toggle();
    else if (command === 'FULL_SCREEN') void toggleFullScreen();
    else return false;
    return true;
  }
}

// The keys of a replay: play, step, marks and takes. With nothing to replay they are nobody's.
import type { Player } from '../recording/player.svelte.ts';
import type { Replay } from '../replay/session.ts';
import type { Command } from './keys.ts';

export type ReplayCommand = Extract<
  Command,
  'PAUSE' | 'STEP_BACK' | 'STEP_ON' | 'MARK_BACK' | 'MARK_ON' | 'TAKE_BACK' | 'TAKE_ON'
>;

type Move = (replay: Replay, player: Player) => unknown;

const MOVES: Readonly<Record<ReplayCommand, Move>> = {
  PAUSE: (replay) => (replay.playing ? replay.pause() : replay.play()),
  STEP_BACK: (replay) => replay.step(-1),
  STEP_ON: (replay) => replay.step(1),
  // A clicker has two keys: after the last mark of a take comes the next take.
  MARK_BACK: (replay, player) => replay.stepMark(-1) || player.turnTake(-1),
  MARK_ON: (replay, player) => replay.stepMark(1) || player.turnTake(1),
  TAKE_BACK: (_, player) => player.turnTake(-1),
  TAKE_ON: (_, player) => player.turnTake(1),
};

export function isReplayCommand(command: Command): command is ReplayCommand {
  return command in MOVES;
}

/** @returns false when there is no replay */
export function moveReplay(command: ReplayCommand, replay: Replay | null, player: Player): boolean {
  if (replay === null) return false;
  MOVES[command](replay, player);
  return true;
}

// The part of the port that the room is asked through: people who join by phone, and what a burst
// told each of them.
import type { Outcome } from './domain/index.ts';

export interface JoinRoomRequest {
  /** As it was typed. */
  readonly name: string;
  /** Chosen by the phone, and unique. */
  readonly person: string;
}

/** A person who is in the room now. */
export interface RoomSeatView {
  readonly __typename: 'RoomSeat';
  readonly person: string;
  /** The name that buys: with a number behind it when somebody else had it first. */
  readonly name: string;
}

export interface RoomView {
  readonly people: number;
  /** Those who came first, in that order; bounded. */
  readonly names: readonly string[];
  readonly joinUrl: string;
  /** Why a phone cannot reach joinUrl, in words; null when it can. */
  readonly note: string | null;
}

/** One order of a person in the last burst on one engine. */
export interface RoomAnswerView {
  readonly engineId: string;
  readonly burstId: string;
  readonly orderId: string;
  readonly seatId: string;
  readonly region: string;
  /** Null: not answered yet. */
  readonly outcome: Outcome | null;
  readonly latencyMs: number | null;
  /** Sales of the seat in this round, by the committed ledger; null until it was read back. */
  readonly holders: number | null;
  /** Whether a sale of this order is among them; null like `holders`. */
  readonly ownTicket: boolean | null;
  /** Names of the first others who hold it; bounded. */
  readonly others: readonly string[];
}

export interface RoomTicketView {
  readonly person: string;
  /** The name that bought. */
  readonly name: string;
  readonly answers: readonly RoomAnswerView[];
}

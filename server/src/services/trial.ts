// One engine on trial, with everything that watches it: its floor, the answers, the follower of its
// ledger, the examiner, and the topics that carry the news. It joins parts and decides nothing.
import { join } from 'node:path';
import type { Answer, Scope, Venue } from '@worldseat/schema/domain';
import type { BurstView } from '@worldseat/schema/services';
import { LatestTopic, SeatTopic, type SeatNews } from '../bus/index.ts';
import type { RemoteEngine } from '../engine-thread/messages.ts';
import type { Log } from '../log.ts';
import { Doors } from '../onsale/doors.ts';
import { Floor } from '../onsale/floor.ts';
import { Journal } from '../onsale/journal.ts';
import { AnswerBook } from '../witness/answers.ts';
import { Examiner } from '../witness/examine.ts';
import { LedgerFollower } from '../witness/follow.ts';
import { LiveVerdicts } from '../witness/live-verdicts.ts';
import { lostAnswer } from './lost-answer.ts';
import { keepResolving } from './resolver.ts';
import { RoundClocks } from './round-clocks.ts';
import { VerdictTopics } from './verdict-topics.ts';

export interface TrialOptions {
  readonly engine: RemoteEngine;
  readonly dataDir: string;
  readonly defaultVenue: Venue;
  readonly connectionsPerRegion: number;
  readonly log: Log;
}

export class Trial {
  readonly engine: RemoteEngine;
  readonly floor: Floor;
  readonly journal: Journal;
  readonly connectionsPerRegion: number;
  readonly doors = new Doors();
  readonly clocks = new RoundClocks();
  readonly answers = new AnswerBook();
  readonly follower: LedgerFollower;
  readonly examiner: Examiner;
  readonly live: LiveVerdicts;
  readonly seats: SeatTopic;
  readonly bursts = new LatestTopic<BurstView>({ minIntervalMs: 100 });
  readonly verdicts = new VerdictTopics();
  /** Replication lag between the Regions as it was measured last; null: it could not be. */
  lagMs: number | null = null;
  /** What holds the floor: a burst or a reset. One at a time. */
  busyWith: string | null = null;

  readonly #stopResolving: () => void;
  #openDoors: () => void = () => undefined;
  #endWait: () => void = () => undefined;

  private constructor(options: TrialOptions, floor: Floor, journal: Journal) {
    const { engine, log } = options;
    this.engine = engine;
    this.floor = floor;
    this.journal = journal;
    this.connectionsPerRegion = options.connectionsPerRegion;
    const onFault = (error: unknown) =>
      log.warn({ engine: engine.id, err: error }, 'the ledger could not be followed');
    this.follower = new LedgerFollower({
      engine,
      floor,
      onChange: (seatIds) => this.#announce(seatIds),
      onFault,
    });
    const parts = { floor, answers: this.answers, nowMs: Date.now };
    this.examiner = new Examiner({ ...parts, engine });
    this.seats = new SeatTopic({ snapshot: () => this.#snapshot(), regions: engine.regions });
    this.live = new LiveVerdicts({
      ...parts,
      follower: this.follower,
      examiner: this.examiner,
      watched: () => this.verdicts.watched(),
      publish: (focusSeat, verdict) => this.verdicts.publish(focusSeat, verdict),
      onFault,
    });
    this.#stopResolving = keepResolving(this, log);
  }

  /**
   * Finds the floor, the ledger and the answers of the last run, or puts the default venue on sale.
   * @returns also what buyers were told in that run, for orders that come again
   */
  static async open(options: TrialOptions): Promise<{ trial: Trial; told: readonly Answer[] }> {
    const { engine, dataDir } = options;
    const floor = await Floor.open(engine, options.defaultVenue);
    const path = join(dataDir, `purchases-${engine.id}.ndjson`);
    const { journal, content } = await Journal.open(path);
    // Answers that were never given are lost ones now, until the ledger decides them.
    const told = [...content.answers, ...content.unanswered.map(lostAnswer)];
    const trial = new Trial(options, floor, journal);
    trial.recall(told);
    await trial.follower.sync();
    return { trial, told };
  }

  /** Takes in what buyers were told in an earlier run; only the rounds that are on count. */
  recall(told: readonly Answer[]): void {
    for (const answer of told) this.answers.record(answer);
    this.answers.opened(this.floor.scope);
    this.clocks.goOnAfter(told.reduce((last, { returnNs }) => Math.max(last, returnNs), 0));
  }

  /**
   * Puts some seats on sale anew. Their doors stay shut until `letIn`.
   * @throws EngineUnavailable, StillInside
   */
  openSeats(seatIds: readonly string[]): Promise<Scope> {
    return this.#open(seatIds, async () => {
      const scope = await this.floor.openSeats(seatIds);
      this.answers.opened(scope);
      this.follower.opened(scope);
      return scope;
    });
  }

  /**
   * Puts the whole floor on sale anew, in this or another venue. Its doors stay shut until `letIn`.
   * @throws EngineUnavailable, StillInside
   */
  resetFloor(venue?: Venue): Promise<Scope> {
    return this.#open(null, async () => {
      const scope = await this.floor.reset(venue);
      this.answers.reset();
      this.follower.reset();
      this.clocks.reset();
      this.#announce([]);
      await this.journal.clear();
      return scope;
    });
  }

  /** Measures how far the Regions are apart now. Does not throw: what cannot be measured is null. */
  async measureLag(): Promise<number | null> {
    this.lagMs = await this.engine.measureLagMs().catch(() => null);
    return this.lagMs;
  }

  /** A burst is about to begin: until it has, or is called off by `letIn`, nothing is at rest. */
  expectOrders(): void {
    this.#endWait = this.answers.expectOrders();
    this.live.prepare();
  }

  /** The first orders were called. */
  ordersCame(): void {
    this.#endWait();
  }

  /** Opens the doors that an opening has left shut; harmless when none are. */
  letIn(): void {
    this.#endWait();
    this.#openDoors();
    this.#openDoors = () => undefined;
  }

  /** Closes everything but the engine. */
  async close(): Promise<void> {
    this.#stopResolving();
    this.follower.close();
    this.live.close();
    this.seats.close();
    this.bursts.close();
    this.verdicts.close();
    await this.journal.close();
  }

  async #open(seatIds: readonly string[] | null, opening: () => Promise<Scope>): Promise<Scope> {
    this.#openDoors = await this.doors.shut(seatIds);
    this.answers.opening();
    try {
      return await opening();
    } catch (error) {
      this.letIn();
      throw error;
    } finally {
      this.answers.openingEnded();
      this.live.poke();
    }
  }

  #announce(seatIds: readonly string[]): void {
    const news = seatIds.flatMap((seatId) => this.#news(seatId));
    this.seats.publish(news, this.follower.tally.totals, this.floor.round);
    this.live.poke();
  }

  #snapshot() {
    const { tally } = this.follower;
    const seats = [...tally.seats].flatMap((seatId) => this.#news(seatId));
    return { revision: this.floor.round, totals: tally.totals, seats };
  }

  #news(seatId: string): SeatNews[] {
    const index = this.floor.indexOf(seatId);
    if (index === undefined) return [];
    const sales = this.follower.tally.holders(seatId);
    const last = sales.at(-1);
    const owner = last?.buyer ?? null;
    return [{ index, seat: seatId, holders: sales.length, owner, region: last?.region ?? null }];
  }
}

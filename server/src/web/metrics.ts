// What the web layer counts, in the Prometheus text format. Every label comes from a closed list,
// so a caller cannot grow the number of lines.
import type { Transport } from './operations.ts';

/** refused: not run, because of what was asked or how. */
export type RequestResult = 'ok' | 'refused';

export interface Gauges {
  readonly webSockets: number;
  /** Operations in progress on WebSockets, subscriptions above all. */
  readonly webSocketOperations: number;
}

export class Metrics {
  readonly #requests: Record<Transport, Record<RequestResult, number>> = {
    http: { ok: 0, refused: 0 },
    websocket: { ok: 0, refused: 0 },
  };
  readonly #faults: Record<Transport, number> = { http: 0, websocket: 0 };

  count(transport: Transport, result: RequestResult): void {
    this.#requests[transport][result] += 1;
  }

  /** An error that nobody foresaw. */
  countFault(transport: Transport): void {
    this.#faults[transport] += 1;
  }

  /** The text of GET /metrics. */
  print(gauges: Gauges): string {
    const memory = process.memoryUsage();
    const requests = Object.entries(this.#requests).flatMap(([transport, results]) =>
      Object.entries(results).map(([result, count]) => {
        return `worldseat_requests_total{transport="${transport}",result="${result}"} ${count}`;
      }),
    );
    const faults = Object.entries(this.#faults).map(([transport, count]) => {
      return `worldseat_unexpected_errors_total{transport="${transport}"} ${count}`;
    });
    return [
      ...gauge('process_resident_memory_bytes', memory.rss),
      ...gauge('process_heap_used_bytes', memory.heapUsed),
      ...gauge('process_uptime_seconds', process.uptime()),
      ...gauge('worldseat_websockets', gauges.webSockets),
      ...gauge('worldseat_websocket_operations', gauges.webSocketOperations),
      '# TYPE worldseat_requests_total counter',
      ...requests,
      '# TYPE worldseat_unexpected_errors_total counter',
      ...faults,
      '',
    ].join('\n');
  }
}

function gauge(name: string, value: number): string[] {
  return [`# TYPE ${name} gauge`, `${name} ${value}`];
}

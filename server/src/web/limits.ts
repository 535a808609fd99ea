// Every limit of the web layer, in one place, with what happens at it. Tried together; see the
// tests of each. A client of this project meets none of them.

export interface OperationLimits {
  /** Lexical tokens of a document; more is a syntax error. */
  readonly tokens: number;
  /** Nested fields: as deep as the evidence of the breaches of a burst in a list of bursts. */
  readonly depth: number;
  /** Nested fields under __schema and __type: tools need more there, and it costs little. */
  readonly introspectionDepth: number;
  readonly aliases: number;
  readonly directives: number;
  /** Objects that an answer may hold, estimated by measure.ts. */
  readonly cost: number;
}

export const OPERATION_LIMITS: OperationLimits = {
  tokens: 1_000,
  depth: 9,
  introspectionDepth: 15,
  aliases: 20,
  directives: 5,
  cost: 5_000,
};

export interface HttpLimits {
  /** Bytes of a request's body; more answers 413. */
  readonly bodyBytes: number;
  /** Bytes of a request's headers; more answers 431. */
  readonly headerBytes: number;
  /** Until a request has arrived whole. What it then takes to answer is not limited. */
  readonly requestTimeoutMs: number;
  readonly headersTimeoutMs: number;
  readonly checkIntervalMs: number;
  /** Files of bursts are made one at a time; more that wait for theirs answer 503. */
  readonly filesWaiting: number;
  /** TCP connections, WebSockets included; more are closed at once. */
  readonly connections: number;
  /** What close() grants to requests in flight. */
  readonly closeGraceMs: number;
}

export const HTTP_LIMITS: HttpLimits = {
  bodyBytes: 32_768,
  headerBytes: 8_192,
  requestTimeoutMs: 10_000,
  headersTimeoutMs: 5_000,
  checkIntervalMs: 1_000,
  filesWaiting: 100,
  connections: 4_000,
  closeGraceMs: 10_000,
};

export interface SocketLimits {
  /** Open WebSockets; more answer 503. */
  readonly sockets: number;
  /** Bytes of one message from a client; more closes the socket with 1009. */
  readonly messageBytes: number;
  /** Operations in progress on one socket; more are refused one by one. */
  readonly operations: number;
  /** Until connection_init must have come; else the socket closes with 4408. */
  readonly initTimeoutMs: number;
  /** Time between pings; a socket that has not answered the last one by the next is cut. */
  readonly pingIntervalMs: number;
  /** Bytes that may wait to be sent while the client asks for more; beyond, the socket is cut. */
  readonly unsentBytes: number;
  /** What a closing handshake may take. */
  readonly closeGraceMs: number;
}

export const SOCKET_LIMITS: SocketLimits = {
  sockets: 2_000,
  messageBytes: 16_384,
  operations: 100,
  initTimeoutMs: 3_000,
  pingIntervalMs: 45_000,
  unsentBytes: 8_388_608,
  closeGraceMs: 1_000,
};

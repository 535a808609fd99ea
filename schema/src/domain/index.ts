export * from './words.ts';
export * from './records.ts';
export * from './seat.ts';
export * from './random.ts';
export * from './limits.ts';
export * from './venue.ts';
export * from './seat-positions.ts';
export * from './venues/index.ts';

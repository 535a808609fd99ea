export * from './types.ts';
export { hear, judge } from './judge.ts';
export { openWitness, type OpenWitness } from './open-witness.ts';

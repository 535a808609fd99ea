export * from './types.ts';
export { hear, judge } from './judge.ts';

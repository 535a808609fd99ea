export * from './types.ts';
export { judge } from './judge.ts';

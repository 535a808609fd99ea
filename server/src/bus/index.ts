export type { Clock } from './clock.ts';
export { LatestTopic, type LatestTopicOptions } from './latest-topic.ts';
export type { FloorSnapshot, FloorTotals, SeatNews } from './seat-news.ts';
export { SeatTopic, type SeatTopicOptions } from './seat-topic.ts';
export { TooManySubscribers } from './subscribers.ts';

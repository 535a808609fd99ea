export { systemClock, type Clock } from './clock.ts';
export { LatestTopic } from './latest-topic.ts';
export type { SeatNews } from './seat-news.ts';
export { SeatTopic, type SeatTopicOptions } from './seat-topic.ts';
export { TooManySubscribers } from './subscribers.ts';

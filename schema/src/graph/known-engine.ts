// Looks engines up for fields that cannot be null.
import { quoted } from './quoted.ts';
import { BadRequest, type EngineView, type Services } from '../services.ts';

/** @throws BadRequest naming the engines that exist */
export function engineOf(services: Services, id: string): EngineView {
  const engine = services.engine(id);
  if (engine !== null) return engine;
  const known = services.engines().map((other) => other.id);
  const words = `There is no engine ${quoted(id)}; the engines are ${known.join(', ')}.`;
  throw new BadRequest(words, 'engine');
}

// Looks engines up for fields that cannot be null.
import { BadRequest, type EngineView, type Services } from '../services.ts';

/** @throws BadRequest naming the engines that exist */
export function engineOf(services: Services, id: string): EngineView {
  const engine = services.engine(id);
  if (engine !== null) return engine;
  const known = services.engines().map((other) => other.id);
  const given = JSON.stringify(id.slice(0, 40));
  throw new BadRequest(
    `There is no engine ${given}; the engines are ${known.join(', ')}.`,
    'engine',
  );
}

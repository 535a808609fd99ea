// The process of one Region's gateway.
import { serveParent } from '../../supervision/serve-parent.ts';
import { openGateway } from '../gateway.ts';
import type { GatewayTalk } from './gateway-talk.ts';

serveParent<GatewayTalk>(async ({ options, faults }, onFault) => {
  const gateway = await openGateway({ ...options, onFault });
  gateway.setFaults(faults);
  return {
    ready: { port: gateway.port },
    answer: (question) => {
      if (question.faults !== null) gateway.setFaults(question.faults);
      return gateway.state();
    },
    close: (limitMs) => gateway.close(limitMs),
  };
});

// What a STRONG table answers that no other does. The first is AWS's own text; that of the other two
// is not known, only that such requests fail while a Region is isolated.
import { fault } from './wire.ts';

interface Named {
  readonly name: string;
}

export const conflict = () =>
  fault(
    'ReplicatedWriteConflictException',
    'The request was rejected because one or more items in the request are being modified by a ' +
      'request in another Region.',
  );

export const noQuorum = ({ name }: Named) =>
  fault('ServiceUnavailable', `${name} reaches no other member of the table: nothing was done`);

export const half = ({ name }: Named) =>
  fault('InternalServerError', `The write is in ${name} and in no other member yet`);

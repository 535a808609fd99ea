// What the last burst told one person of the room: an order on each engine, or several where the
// scenario asks for that.
import { graphql, type ResultOf } from './graphql.ts';

export const ROOM_TICKETS = graphql(`
  subscription RoomTickets($person: ID!) {
    roomTickets(person: $person) {
      answers {
        seat
        outcome
        holders
        ownTicket
        others
        burst {
          state
        }
        engine {
          id
          name
        }
      }
    }
  }
`);

type RoomTicket = NonNullable<ResultOf<typeof ROOM_TICKETS>['roomTickets']>;
export type RoomAnswer = RoomTicket['answers'][number];

// The room: people who join by phone and become buyers, and what the page must know to offer it.
import { graphql, type ResultOf } from './graphql.ts';

export const ROOM = graphql(`
  subscription Room {
    room {
      people
      names
      joinUrl
      note
    }
  }
`);

export type RoomInfo = ResultOf<typeof ROOM>['room'];

export const JOIN_ROOM = graphql(`
  mutation JoinRoom($input: JoinRoomInput!) {
    joinRoom(input: $input) {
      __typename
      ... on RoomSeat {
        name
      }
      ... on InvalidInputError {
        message
      }
      ... on OverloadedError {
        message
      }
    }
  }
`);

export const LEAVE_ROOM = graphql(`
  mutation LeaveRoom($person: ID!) {
    leaveRoom(person: $person)
  }
`);

/** The purchase functions that each engine has the means for. */
export const OFFERS = graphql(`
  query Offers {
    engines {
      id
      name
      strategies
    }
  }
`);

export type Offer = ResultOf<typeof OFFERS>['engines'][number];

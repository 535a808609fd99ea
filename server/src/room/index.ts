export { joinAddress } from './address.ts';
export { People, type Person } from './people.ts';
export { Tickets, type SalesOf } from './tickets.ts';

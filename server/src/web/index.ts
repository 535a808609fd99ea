export { openWeb, type Web, type WebOptions } from './open-web.ts';
export { AddressRefused, PortTaken } from './listen.ts';

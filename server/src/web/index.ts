export { openWeb, type Web, type WebOptions } from './open-web.ts';
export { AddressRefused, checkAddress, PortTaken } from './listen.ts';

// What can be the id of a burst, in an address. Anything else is never looked up.

export const BURST_ID = /^[A-Za-z0-9][A-Za-z0-9_-]{0,99}$/;

/** Carried by everything that this program makes; what does not carry it is not seen. */
export const TAG = 'worldseat:name';

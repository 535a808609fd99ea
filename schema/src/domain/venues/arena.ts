// The arena: about 3,500 seats in two tiers. Three straight stands above and below, six wedges at each
// end; sections 101… and 201…, so that 112 is the stand below on the left.
import type { Venue } from '../venue.ts';
import { capsuleVenue } from './capsule.ts';

export const arena: Venue = capsuleVenue(
  { id: 'arena', name: 'Arena' },
  {
    standsASide: 3,
    seatsAStandRow: 8,
    aisle: 2.4,
    pitchRadius: 9.6,
    tiers: [
      { firstSection: 101, radius: 10.8, rows: 12, wedgesAnEnd: 6 },
      { firstSection: 201, radius: 24.2, rows: 10, wedgesAnEnd: 6 },
    ],
    prefix: '',
  },
);

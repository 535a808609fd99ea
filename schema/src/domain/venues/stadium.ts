// The stadium: about 80,000 seats in three tiers. Six straight stands above and below; more wedges in
// each tier than in the one before it, so that no section grows too wide. Sections 101…, 201… and
// 301…; the ids of its seats begin with S ("S101-A-1"), because the arena has a section 101 too.
import type { Venue } from '../venue.ts';
import { capsuleVenue } from './capsule.ts';

export const stadium: Venue = capsuleVenue(
  { id: 'stadium', name: 'Stadium' },
  {
    standsASide: 6,
    seatsAStandRow: 20,
    aisle: 3.2,
    pitchRadius: 52,
    tiers: [
      { firstSection: 101, radius: 55, rows: 32, wedgesAnEnd: 8 },
      { firstSection: 201, radius: 92, rows: 30, wedgesAnEnd: 11 },
      { firstSection: 301, radius: 127, rows: 32, wedgesAnEnd: 14 },
    ],
    prefix: 'S',
  },
);

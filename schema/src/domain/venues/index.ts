// Temporary content until the venue builders land in this folder.
import type { Venue } from '../venue.ts';

export const VENUES: Readonly<Record<string, Venue>> = {};

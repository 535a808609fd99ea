// Where the Regions of AWS are: the city or area that AWS names for each, to a tenth of a degree,
// which is all that a map of two-degree dots can show. A Region that is not listed has no dot.

export interface Place {
  /** Degrees; north and east are positive. */
  readonly latitude: number;
  readonly longitude: number;
}

const PLACES: Readonly<Record<string, readonly [latitude: number, longitude: number]>> = {
  'af-south-1': [-33.9, 18.4],
  'ap-east-1': [22.3, 114.2],
  'ap-east-2': [25, 121.5],
  'ap-northeast-1': [35.7, 139.7],
  'ap-northeast-2': [37.6, 127],
  'ap-northeast-3': [34.7, 135.5],
  'ap-south-1': [19.1, 72.9],
  'ap-south-2': [17.4, 78.5],
  'ap-southeast-1': [1.4, 103.8],
  'ap-southeast-2': [-33.9, 151.2],
  'ap-southeast-3': [-6.2, 106.8],
  'ap-southeast-4': [-37.8, 145],
  'ap-southeast-5': [3.1, 101.7],
  'ap-southeast-6': [-36.8, 174.8],
  'ap-southeast-7': [13.8, 100.5],
  'ca-central-1': [45.5, -73.6],
  'ca-west-1': [51, -114.1],
  'cn-north-1': [39.9, 116.4],
  'cn-northwest-1': [38.5, 106.2],
  'eu-central-1': [50.1, 8.7],
  'eu-central-2': [47.4, 8.5],
  'eu-north-1': [59.3, 18.1],
  'eu-south-1': [45.5, 9.2],
  'eu-south-2': [41.6, -0.9],
  'eu-west-1': [53.3, -6.3],
  'eu-west-2': [51.5, -0.1],
  'eu-west-3': [48.9, 2.4],
  'il-central-1': [32.1, 34.8],
  'me-central-1': [24.5, 54.4],
  'me-south-1': [26.1, 50.5],
  'mx-central-1': [20.6, -100.4],
  'sa-east-1': [-23.5, -46.6],
  'us-east-1': [38.9, -77.4],
  'us-east-2': [40, -83],
  'us-gov-east-1': [40, -83],
  'us-gov-west-1': [45.8, -119.7],
  'us-west-1': [37.4, -121.9],
  'us-west-2': [45.8, -119.7],
};

/** @returns null for a name that is not a Region of AWS, or one that is newer than this list */
export function placeOf(region: string): Place | null {
  const place = Object.hasOwn(PLACES, region) ? PLACES[region] : undefined;
  return place === undefined ? null : { latitude: place[0], longitude: place[1] };
}

import { describe, expect, test } from 'vitest';
import { LAND_ROWS } from './land-dots.ts';
import { MAP_HEIGHT, regionMap } from './region-map.ts';

const WIDTH = 640;

describe('regionMap', () => {
  test('places what is known from west to east, and names what is not', () => {
    const map = regionMap(['eu-west-1', 'mars-north-1', 'us-east-1', 'ap-south-1'], WIDTH);
    expect(map?.marks.map(({ region, side }) => [region, side])).toEqual([
      ['us-east-1', 'left'],
      ['eu-west-1', 'below'],
      ['ap-south-1', 'right'],
    ]);
    expect(map?.unplaced).toEqual(['mars-north-1']);
    expect(regionMap(['mars-north-1', 'constructor'], WIDTH)).toBeNull();
  });

  test.each([
    [['us-east-1', 'us-east-2']],
    [['us-east-1', 'eu-west-1']],
    [['ap-southeast-2', 'eu-north-1']],
    [['us-west-2', 'ap-northeast-1']],
    [['sa-east-1', 'ca-west-1', 'af-south-1']],
    [['eu-central-1']],
  ])('%s: every mark and the label stand inside, with room for the names', (regions) => {
    const map = regionMap(regions, WIDTH);
    if (map === null) throw new Error('There is no map.');
    for (const { x, y } of map.marks) {
      expect([x >= 120, x <= WIDTH - 120, y >= 30, y <= MAP_HEIGHT - 10]).not.toContain(false);
    }
    if (map.arc !== null) {
      expect([map.label.y >= 12, map.label.y < MAP_HEIGHT - 4]).not.toContain(false);
    }
    expect(map.land.length).toBeGreaterThan(40);
  });

  test('an ocean between two Regions is not cut in two', () => {
    const map = regionMap(['us-west-2', 'ap-northeast-1'], WIDTH);
    expect(map?.marks.map(({ region }) => region)).toEqual(['ap-northeast-1', 'us-west-2']);
    const [west, east] = map?.marks ?? [];
    expect((east?.x ?? 0) - (west?.x ?? 0)).toBeLessThan(WIDTH / 2);
  });

  test('one Region has no arc', () => {
    expect(regionMap(['eu-central-1'], WIDTH)?.arc).toBeNull();
  });

  test('the land is that of the Earth: the Sahara is dry and the Pacific is not', () => {
    const isLand = (latitude: number, longitude: number): boolean => {
      const column = (longitude + 179) / 2;
      const digit = LAND_ROWS[(73 - latitude) / 2]?.charAt(column >> 2) ?? '';
      return (Number.parseInt(digit, 16) & (8 >> (column & 3))) !== 0;
    };
    expect([isLand(23, 11), isLand(51, 13), isLand(-25, 135), isLand(5, -151)]).toEqual([
      true,
      true,
      true,
      false,
    ]);
    expect(LAND_ROWS.every((row) => /^[0-9a-f]{45}$/.test(row))).toBe(true);
  });
});

import { describe, expect, it } from 'vitest';
import { joinAddress } from './address.ts';

const lo = [{ address: '127.0.0.1', family: 'IPv4', internal: true }];
const on = (address: string, family = 'IPv4') => [{ address, family, internal: false }];
const url = 'http://127.0.0.1:4000';
const EVERY = { publicOrigin: null, host: '0.0.0.0', url };

describe('where phones join', () => {
  it('is what was configured, whatever the server listens on', () => {
    const publicOrigin = 'https://seat.example';
    expect(joinAddress({ publicOrigin, host: '127.0.0.1', url }, {})).toEqual({
      joinUrl: 'https://seat.example/join',
      note: null,
    });
  });

  it.each(['127.0.0.1', 'localhost', '::1'])('is out of reach at %s, and it says so', (host) => {
    const wlan = { lo, wlan0: on('192.168.1.5') };
    expect(joinAddress({ publicOrigin: null, host, url }, wlan)).toEqual({
      joinUrl: `${url}/join`,
      note: `Phones cannot reach ${host}: start with HOST=0.0.0.0`,
    });
  });

  it('is an address of this machine in a network outside, when it listens on every one', () => {
    const interfaces = {
      lo,
      docker0: on('172.17.0.1'),
      'br-1a2b': on('172.18.0.1'),
      usb0: on('169.254.3.4'),
      wlan0: [...on('fe80::1', 'IPv6'), ...on('192.168.1.5')],
    };
    const found = { joinUrl: 'http://192.168.1.5:4000/join', note: null };
    expect(joinAddress(EVERY, interfaces)).toEqual(found);
    expect(joinAddress({ ...EVERY, host: '::', url: 'http://[::1]:4000' }, interfaces)).toEqual(
      found,
    );
  });

  it('is the one address that it listens on', () => {
    const host = '192.168.1.5';
    expect(joinAddress({ publicOrigin: null, host, url: `http://${host}:80` }, { lo })).toEqual({
      joinUrl: `http://${host}:80/join`,
      note: null,
    });
  });

  it('is nowhere without a network, and it says so', () => {
    expect(joinAddress(EVERY, { lo })).toEqual({
      joinUrl: `${url}/join`,
      note: 'This machine has no network address that phones could reach: set WORLDSEAT_PUBLIC_ORIGIN',
    });
  });
});

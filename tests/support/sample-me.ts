import type { Me } from '../../lib/contract/me.ts';

/** A complete answer of `/v1/me` for tests that do not care what it says. */
export function sampleMe(parts: Partial<Me> = {}): Me {
  return {
    user: 'p1',
    name: 'Kim',
    role: 'rep',
    team: null,
    teamName: null,
    scopes: [],
    layers: ['words'],
    manifestVersion: null,
    overlays: null,
    counts: null,
    company: 'Sample',
    serverTime: '2026-11-23T08:00:00Z',
    ...parts,
  };
}

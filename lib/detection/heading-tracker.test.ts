import { describe, expect, it } from 'vitest';
import type { HeadingAnswer, HeadingSample, Standing } from './heading-settle.ts';
import { createHeadingTracker } from './heading-tracker.ts';
import { createStandingHeading } from './standing-heading.ts';

const FRAME = 1000 / 60;
const node = (): object => ({});

/** What a page shows from a moment on (ms after the commit); null: no heading. */
type Script = readonly (readonly [from: number, shows: HeadingSample | null])[];

/** Looks at every frame, as the observers do; tells when a heading was accepted or taken back. */
function play(
  script: Script,
  standing: Standing,
  answer: (text: string) => HeadingAnswer,
  until = 5_000,
): { at: number; act: 'draw' | 'hide'; text: string }[] {
  const tracker = createHeadingTracker(standing);
  const events: { at: number; act: 'draw' | 'hide'; text: string }[] = [];
  let drawn: HeadingSample | null = null;
  for (let now = 0; now <= until; now += FRAME) {
    const shows = script.findLast(([from]) => from <= now)?.[1] ?? null;
    const verdict = tracker.look(shows, () => answer(shows?.text ?? ''), now);
    if (verdict.act === 'hide') events.push({ at: now, act: 'hide', text: drawn?.text ?? '' });
    if (verdict.act === 'draw' && verdict.sample !== drawn) {
      events.push({ at: now, act: 'draw', text: verdict.sample.text });
    }
    drawn = tracker.settled;
  }
  return events;
}

const certain = (sample: HeadingSample | null): Standing => ({ sample, certain: true, swapped: false });
const uncertain = (sample: HeadingSample | null): Standing => ({ sample, certain: false, swapped: false });
const named =
  (name: string) =>
  (text: string): HeadingAnswer =>
    text === name ? 'same' : 'different';

describe('races seen on running CRMs', () => {
  it('EspoCRM forward: the URL is 460 ms ahead of a new heading node', () => {
    const a = { node: node(), text: 'A' };
    const b = { node: node(), text: 'B' };
    const events = play(
      [
        [0, a],
        [460, b],
      ],
      certain(a),
      named('B'),
    );
    expect(events).toHaveLength(1);
    expect(events[0]).toMatchObject({ act: 'draw', text: 'B' });
    expect(events[0]?.at).toBeLessThan(460 + 2 * FRAME);
  });

  it('EspoCRM back: A under its URL while B stands for 145 ms', () => {
    const b = { node: node(), text: 'B' };
    const a = { node: node(), text: 'A' };
    expect(
      play(
        [
          [0, b],
          [145, a],
        ],
        certain(b),
        named('A'),
      ).map(({ text }) => text),
    ).toEqual(['A']);
  });

  it('SuiteCRM 8 back: the former name 0.4 s, nothing 1.2 s, then the name', () => {
    const b = { node: node(), text: 'B' };
    const a = { node: node(), text: 'A' };
    const events = play(
      [
        [0, b],
        [400, null],
        [1_600, a],
      ],
      certain(b),
      () => 'own',
    );
    expect(events.map(({ text }) => text)).toEqual(['A']);
    expect(events[0]?.at).toBeGreaterThan(1_600);
    expect(events[0]?.at).toBeLessThan(1_700);
  });

  it('SuiteCRM 8 back to the list and on: the old heading stays 1.4 s', () => {
    const a = { node: node(), text: 'A' };
    const b = { node: node(), text: 'B' };
    expect(
      play(
        [
          [0, a],
          [1_400, b],
        ],
        certain(a),
        named('B'),
      ).map(({ text }) => text),
    ).toEqual(['B']);
  });

  it('Twenty: skeleton, then the first field label, then the name', () => {
    const google = { node: node(), text: 'Google' };
    const label = { node: node(), text: 'Address' };
    const acme = { node: label.node, text: 'Acme' };
    const events = play(
      [
        [0, google],
        [50, label],
        [350, acme],
      ],
      certain(google),
      named('Acme'),
    );
    expect(events.map(({ text }) => text)).toEqual(['Acme']);
  });

  it('Twenty back: the text changes in place, no new node', () => {
    const heading = node();
    const events = play(
      [
        [0, { node: heading, text: 'B' }],
        [34, { node: heading, text: 'A' }],
      ],
      certain({ node: heading, text: 'B' }),
      named('A'),
    );
    expect(events.map(({ text }) => text)).toEqual(['A']);
  });

  it('Odoo pager: title new, name old for 30 ms', () => {
    const old = { node: node(), text: 'Globex' };
    const fresh = { node: node(), text: 'Initech' };
    expect(
      play(
        [
          [0, old],
          [30, fresh],
        ],
        certain(old),
        named('Initech'),
      )[0]?.text,
    ).toBe('Initech');
  });

  it('a former heading drawn anew under the new URL is still the former one', () => {
    const events = play(
      [
        [0, { node: node(), text: 'A' }],
        [200, { node: node(), text: 'A' }],
        [1_300, { node: node(), text: 'B' }],
      ],
      certain({ node: node(), text: 'A' }),
      named('B'),
    );
    expect(events.map(({ text }) => text)).toEqual(['B']);
  });

  it('A → B → C in quick steps: B comes up under the URL of C', () => {
    const a = { node: node(), text: 'A' };
    const script: Script = [
      [0, a],
      [300, { node: node(), text: 'B' }],
      [1_600, { node: node(), text: 'C' }],
    ];
    expect(play(script, uncertain(a), named('C')).map(({ text }) => text)).toEqual(['C']);
    expect(play(script, uncertain(a), () => 'own').map(({ text }) => text)).toEqual(['C']);
  });
});

describe('headings nobody can confirm', () => {
  it('the CRM calls the account otherwise than the books: drawn once the name is stable', () => {
    const a = { node: node(), text: 'A' };
    const events = play(
      [
        [0, a],
        [200, { node: node(), text: 'Müller' }],
      ],
      certain(a),
      () => 'different',
    );
    expect(events.map(({ text }) => text)).toEqual(['Müller']);
    expect(events[0]?.at).toBeGreaterThan(600);
  });

  it('two records of one name in one node: drawn when it can no longer be a leftover', () => {
    const same = { node: node(), text: 'Müller' };
    const events = play([[0, same]], certain(same), () => 'own');
    expect(events).toHaveLength(1);
    expect(events[0]?.at).toBeGreaterThan(2_400);
  });

  it('a heading that never stands still is never drawn', () => {
    const script: Script = Array.from(
      { length: 250 },
      (_, i) => [i * 20, { node: node(), text: `${i}` }] as const,
    );
    expect(play(script, certain(null), () => 'own')).toEqual([]);
  });

  it('a slow worker holds the badge back for a moment only', () => {
    const events = play([[0, { node: node(), text: 'A' }]], certain(null), () => 'pending');
    expect(events[0]?.at).toBeLessThan(500);
  });
});

describe('changes under one URL', () => {
  const a = { node: node(), text: 'A' };

  it('a replaced node with the same text is drawn again at once', () => {
    const events = play(
      [
        [0, a],
        [1_000, { node: node(), text: 'A' }],
      ],
      certain(null),
      () => 'different',
    );
    expect(events.map(({ act }) => act)).toEqual(['draw', 'draw']);
    expect(events[1]?.at).toBeLessThan(1_000 + 2 * FRAME);
  });

  it('a confirmed heading that changes means another record: no badge until it is back', () => {
    const script: Script = [
      [0, a],
      [500, { node: a.node, text: 'B' }],
      [4_000, a],
    ];
    const events = play(script, certain(null), named('A'), 4_900);
    expect(events.map(({ act, text }) => `${act} ${text}`)).toEqual(['draw A', 'hide A', 'draw A']);
  });

  it('a heading that vanishes takes the badge with it', () => {
    expect(
      play(
        [
          [0, a],
          [500, null],
        ],
        certain(null),
        named('A'),
      ).map(({ act }) => act),
    ).toEqual(['draw', 'hide']);
  });
});

describe('what may stand under the next URL', () => {
  it('nothing in a new document', () => {
    expect(createStandingHeading(true, 0).at(0)).toEqual(certain(null));
  });

  it('anything where the script came late', () => {
    const standing = createStandingHeading(false, 0);
    expect(standing.at(100).certain).toBe(false);
    expect(standing.at(1_600).certain).toBe(true);
  });

  it('the settled heading, also after a list in between', () => {
    const sample = { node: node(), text: 'A' };
    const standing = createStandingHeading(true, 0);
    standing.settled(sample);
    standing.left(true, 5_000);
    expect(standing.at(9_000)).toEqual(certain(sample));
  });

  it('two headings for a while when a page was left before its heading settled', () => {
    const standing = createStandingHeading(true, 0);
    standing.left(false, 1_000);
    expect(standing.at(1_000).certain).toBe(false);
    expect(standing.at(4_001).certain).toBe(true);
  });
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { adapterOf, readPage } from '../../../lib/crm/index.ts';
import { formatRecordKey } from '../../../lib/util/record-key.ts';
import { type PageFixture, readPageFixtures, secondUrl } from '../../support/page-fixtures.ts';
import { projectRoot } from '../../support/source-files.ts';

/** Names of the two accounts in all pages. */
export const NAMES = { a: 'Acme GmbH', b: 'Birke AG' } as const;
/** Their tiers. */
export const LETTERS = { a: 'A', b: 'C' } as const;

export type StagePage = 'a' | 'b' | 'list' | 'away';

/** One CRM as its pages play it. */
export interface Stage {
  crm: string;
  urls: Record<StagePage, string>;
  keys: { a: string; b: string };
  /** False where no heading is known: the badge docks. */
  headed: boolean;
  /** Letters of the chips in the list; null where the address of no list is known. */
  chips: string[] | null;
  pages: Record<string, string>;
}

export const fixtures = readPageFixtures();

/** The stage of a CRM, made of its hand-written pages. */
export function stageOf(crm: string): Stage {
  const account = find(crm, 'account.standard');
  if (!account) throw new Error(`${crm} has no account page`);
  const list = find(crm, 'list.standard');
  const b = secondUrl(account);
  const ids = [idOf(account.wanted.url, account), idOf(b, account)] as const;
  const html = bodyOf(account);
  const away = new URL('/nothing/of/interest', account.wanted.url).href;
  return {
    crm,
    urls: { a: account.wanted.url, b, list: list?.wanted.url ?? away, away },
    keys: { a: keyOf(account.wanted.url, account), b: keyOf(b, account) },
    headed: account.wanted.heading !== null,
    chips: list ? (adapterOf(crm)?.linkSelector ? [LETTERS.a, LETTERS.b] : []) : null,
    pages: {
      a: html,
      b: swapped(html, ids),
      list: list ? bodyOf(list) : '',
      away: '<main><h1>Acme GmbH</h1><a href="#">Help</a></main>',
      loading: bodyOf(find(crm, 'account.loading')) || '<div class="skeleton" aria-busy="true"></div>',
    },
  };
}

/** The document that plays a stage. `first`: how late the first page comes (ms). */
export function stageHtml(stage: Stage, first: { late: number; gap: number }): string {
  const data = JSON.stringify({ ...stage, first, names: NAMES }).replaceAll('<', '\\u003c');
  const player = readFileSync(join(projectRoot, 'tests/fixtures/e2e/player.js'), 'utf8');
  return `<!doctype html><html lang="de"><head><meta charset="utf-8"><title>CRM</title></head><body style="margin:0;font:14px sans-serif"><div id="app"></div><script>window.stage = ${data}</script><script>${player}</script></body></html>`;
}

type Play = {
  go(page: string, how?: object): void;
  leave(page: string): void;
  render(page: string, how?: object): void;
  redraw(): void;
  recycle(): void;
  untouched(): boolean;
};

/** One act of the player in the page. */
export function play<V extends keyof Play>(
  page: Page,
  verb: V,
  ...given: Parameters<Play[V]>
): Promise<ReturnType<Play[V]>> {
  return page.evaluate(
    ([name, args]) =>
      (window as unknown as { play: Record<string, (...args: unknown[]) => never> }).play[name as string]?.(
        ...(args as unknown[]),
      ),
    [verb, given] as const,
  ) as Promise<ReturnType<Play[V]>>;
}

/** Frames in which something of ours stood beside a name that is not the address's. */
export function wrongFrames(page: Page): Promise<unknown[]> {
  return page.evaluate(() =>
    (window as unknown as { trace: { wrong: string[] }[] }).trace.filter(({ wrong }) => wrong.length > 0),
  );
}

/** Key of the record an address of this fixture shows. @throws where it shows none */
export function keyOf(url: string, { wanted, crm }: PageFixture): string {
  const record = readPage(url, wanted.settings)?.record;
  if (!record) throw new Error(`${crm}: no record at ${url}`);
  return formatRecordKey(record);
}

function idOf(url: string, { wanted }: PageFixture): string {
  return readPage(url, wanted.settings)?.record?.id ?? '';
}

function find(crm: string, name: string): PageFixture | undefined {
  return fixtures.find((fixture) => fixture.crm === crm && fixture.name === name);
}

export function bodyOf(fixture: PageFixture | undefined): string {
  return /<body>\n?([\s\S]*?)\n?<\/body>/.exec(fixture?.html ?? '')?.[1] ?? '';
}

/** The same page of the second account. Short ids are left alone: they stand in many places. */
function swapped(html: string, [a, b]: readonly [string, string]): string {
  const exchange = (text: string, one: string, other: string) =>
    text.replaceAll(one, '\u0000').replaceAll(other, one).replaceAll('\u0000', other);
  const named = exchange(html, NAMES.a, NAMES.b);
  return a.length < 6 ? named : exchange(named, encodeURIComponent(a), encodeURIComponent(b));
}

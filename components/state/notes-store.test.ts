import { describe, expect, it, vi } from 'vitest';
import type { AccountNotes } from '../../lib/contract/notes.ts';
import type { PageEvent, PageRequest } from '../../lib/contract/page-messages.ts';
import type { PageClient } from '../../lib/messaging/page-client.ts';
import { createNotesStore } from './notes-store.ts';

const empty = (accountId: string): AccountNotes => ({ accountId, reports: [], told: [] });

function start(answer: (request: PageRequest) => Promise<unknown>) {
  const asked: PageRequest[] = [];
  let tell: (event: PageEvent) => void = () => {};
  const client = {
    ask: (request: PageRequest) => {
      asked.push(request);
      return answer(request);
    },
    onEvent: (listener: typeof tell) => {
      tell = listener;
    },
  } as unknown as PageClient;
  const store = createNotesStore(client, () => 'new-id', new AbortController().signal);
  return { store, asked, tell: (event: PageEvent) => tell(event) };
}

describe('notes of the account on the screen', () => {
  it('drops an answer that comes after the next account is shown', async () => {
    const waiting: ((notes: AccountNotes) => void)[] = [];
    const { store } = start(() => new Promise((resolve) => waiting.push(resolve as never)));
    void store.getState().show('1');
    void store.getState().show('2');
    waiting[1]?.(empty('2'));
    waiting[0]?.(empty('1'));
    await vi.waitFor(() => expect(store.getState().notes?.accountId).toBe('2'));
  });

  it('asks again when the worker tells of a change', async () => {
    const { store, asked, tell } = start(async () => empty('1'));
    await store.getState().show('1');
    tell({ event: 'notes' });
    expect(asked.filter(({ verb }) => verb === 'notes')).toHaveLength(2);
  });

  it('makes the id of an entry and says whether it was kept', async () => {
    const { store, asked } = start(async (request) => {
      if (request.verb === 'told') throw new Error('full');
      return empty('1');
    });
    expect(await store.getState().told('BASIS', '2026-11-01', 'call')).toBe(false);
    await store.getState().show('1');
    expect(await store.getState().report('other', 'x', {} as never)).toBe(true);
    expect(await store.getState().told('BASIS', '2026-11-01', 'call')).toBe(false);
    expect(asked.find(({ verb }) => verb === 'report')).toMatchObject({
      input: { id: 'new-id', accountId: '1', kind: 'other' },
    });
  });
});

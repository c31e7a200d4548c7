import { describe, expect, it } from 'vitest';
import type { AccountView, PageEvent, PageRequest } from '../../lib/contract/page-messages.ts';
import type { PageClient } from '../../lib/messaging/page-client.ts';
import { accountView } from '../../tests/gallery/fixtures.ts';
import { createRecordStore } from './record-store.ts';

/** A worker whose answers come when the test lets them. */
function fakeWorker() {
  const waiting: { request: PageRequest; answer(value: unknown): void }[] = [];
  let listener: (event: PageEvent) => void = () => {};
  const client = {
    ask: (request: PageRequest) =>
      new Promise((answer) => {
        waiting.push({ request, answer });
      }),
    onEvent: (heard: (event: PageEvent) => void) => {
      listener = heard;
    },
  } as unknown as PageClient;
  const settle = () => new Promise((done) => setTimeout(done, 0));
  return {
    client,
    tell: (event: PageEvent) => listener(event),
    asked: () => waiting.map(({ request }) => request.verb),
    async answer(verb: PageRequest['verb'], value: unknown) {
      const index = waiting.findIndex(({ request }) => request.verb === verb);
      waiting.splice(index, 1)[0]?.answer(value);
      await settle();
    },
  };
}

const onPage = (key: string, account: AccountView | null) => ({ key, account, host: 'crm.example' });
const named = (name: string): AccountView => {
  const view = accountView();
  return { ...view, words: { ...view.words, name } };
};
const signal = new AbortController().signal;

describe('createRecordStore', () => {
  it('shows the customer of the active tab', async () => {
    const worker = fakeWorker();
    const store = createRecordStore(worker.client, 7, signal);
    await worker.answer('activeRecord', onPage('k1', named('Adler')));
    expect(store.getState()).toMatchObject({ phase: 'account', chosen: false });
    expect(store.getState().account?.words.name).toBe('Adler');
  });

  it('drops a late answer for an earlier record', async () => {
    const worker = fakeWorker();
    const store = createRecordStore(worker.client, 7, signal);
    worker.tell({ event: 'record', windowId: 7 });
    // Two questions wait: the first is the outdated one.
    await worker.answer('activeRecord', onPage('k1', named('Outdated')));
    expect(store.getState().account).toBeNull();
    await worker.answer('activeRecord', onPage('k2', named('Birke')));
    expect(store.getState().account?.words.name).toBe('Birke');
  });

  it('ignores other windows, and keeps a searched customer when data change', async () => {
    const worker = fakeWorker();
    const store = createRecordStore(worker.client, 7, signal);
    await worker.answer('activeRecord', { key: null, account: null, host: 'crm.example' });
    expect(store.getState().phase).toBe('no-record');
    worker.tell({ event: 'record', windowId: 8 });
    expect(worker.asked()).toEqual([]);
    void store.getState().choose('k9');
    await worker.answer('account', named('Gesucht'));
    expect(store.getState()).toMatchObject({ phase: 'account', chosen: true });
    void store.getState().reload();
    expect(worker.asked()).toEqual(['account']);
  });

  it('tells an unknown record from a page that is no CRM', async () => {
    const worker = fakeWorker();
    const store = createRecordStore(worker.client, null, signal);
    await worker.answer('activeRecord', onPage('k1', null));
    expect(store.getState().phase).toBe('unknown');
    worker.tell({ event: 'record', windowId: 3 });
    await worker.answer('activeRecord', { key: null, account: null, host: null });
    expect(store.getState().phase).toBe('no-crm');
  });
});

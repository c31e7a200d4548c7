import 'fake-indexeddb/auto';
import { expect, it, vi } from 'vitest';
import { createFakeChrome } from '../../tests/support/fake-chrome.ts';
import { prepareLookups } from './prepare-lookups.ts';
import { pageOverlay } from './view.ts';
import { Worker } from './worker.ts';

it('prepares for every kind of grant before the cache is read, and changes no answer', async () => {
  const fake = createFakeChrome();
  fake.state.origins = [
    '*://*/*',
    'https://*/*',
    'https://*.lightning.force.com/*',
    'http://sample-crm.localhost/*',
  ];
  const worker = new Worker(fake.browser as unknown as typeof chrome, vi.fn());
  await worker.settled;
  const page = 'http://sample-crm.localhost:4811/accounts/1';
  const before = pageOverlay(worker, page);
  prepareLookups(worker);
  expect(pageOverlay(worker, page)).toEqual(before);
  await worker.awake;
});

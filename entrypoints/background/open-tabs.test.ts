import { expect, it } from 'vitest';
import { createFakeChrome } from '../../tests/support/fake-chrome.ts';
import { OpenTabs } from './open-tabs.ts';

const tab = (id: number, url: string) => ({ id, windowId: 1, url, active: false });

it('asks the browser again only after a tab has changed', async () => {
  const { state, browser } = createFakeChrome();
  state.tabs = [
    tab(1, 'https://app.hubspot.com/contacts/1'),
    tab(2, 'https://app-eu1.hubspot.com/contacts/2'),
  ];
  const open = new OpenTabs(browser.tabs);
  const both = ['https://app.hubspot.com', 'https://app-eu1.hubspot.com'];
  expect(await open.origins('hubspot')).toEqual(both);
  state.tabs = [];
  expect(await open.origins('hubspot')).toEqual(both);
  open.forget();
  expect(await open.origins('hubspot')).toEqual([]);
});

it('finds nothing for a CRM that runs on hosts of the company, or that nobody knows', async () => {
  const { state, browser } = createFakeChrome();
  state.tabs = [tab(1, 'https://crm.example/')];
  const open = new OpenTabs(browser.tabs);
  expect([await open.origins('espocrm'), await open.origins('nobody')]).toEqual([[], []]);
});

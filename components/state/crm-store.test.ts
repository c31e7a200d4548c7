import { describe, expect, it } from 'vitest';
import { createCrmStore, type HostPermissions } from './crm-store.ts';

function fakePermissions(granted: Set<string>, allow: boolean): HostPermissions {
  const listeners: (() => void)[] = [];
  const event = { addListener: (listener: () => void) => listeners.push(listener) };
  const change = (run: () => void) => {
    run();
    for (const listener of listeners) listener();
  };
  return {
    getAll: async () => ({ origins: [...granted] }),
    contains: async ({ origins }) => origins.every((origin) => granted.has(origin)),
    request: async ({ origins }) => {
      if (allow)
        change(() => {
          for (const origin of origins) granted.add(origin);
        });
      return allow;
    },
    remove: async ({ origins }) => {
      change(() => {
        for (const origin of origins) granted.delete(origin);
      });
      return true;
    },
    onAdded: event,
    onRemoved: event,
  };
}

const KNOWN = [
  { id: 'samplecrm', name: 'Sample CRM', hosts: ['http://sample/*'], experimental: false },
  { id: 'hubspot', name: 'HubSpot', hosts: ['https://app.hubspot.com/*'], experimental: true },
  { id: 'selfhosted', name: 'Self-hosted', hosts: [], experimental: true },
];
const settle = () => new Promise((done) => setTimeout(done, 0));

describe('createCrmStore', () => {
  it('lists CRMs with hosts and follows grants', async () => {
    const store = createCrmStore(KNOWN, fakePermissions(new Set(), true), ['http://sample/*']);
    await settle();
    expect(store.getState().crms.map(({ id, access }) => [id, access])).toEqual([
      ['samplecrm', 'required'],
      ['hubspot', 'off'],
    ]);
    store.getState().allow('hubspot');
    await settle();
    expect(store.getState().crms[1]?.access).toBe('granted');
    store.getState().remove('hubspot');
    await settle();
    expect(store.getState().crms[1]?.access).toBe('off');
  });

  it('adds a CRM on an own server by its address, and takes it away', async () => {
    const store = createCrmStore(KNOWN, fakePermissions(new Set(), true), ['http://sample/*']);
    await settle();
    for (const useless of ['', 'crm', 'http://crm.example.com', 'javascript:alert(1)', 'https://']) {
      expect(store.getState().allowAddress(useless), useless).toBe(false);
    }
    expect(store.getState().allowAddress('crm.example.com:8443/web#id=1')).toBe(true);
    await settle();
    expect(store.getState().crms[0]).toEqual({
      id: 'https://crm.example.com/*',
      name: 'crm.example.com',
      experimental: false,
      access: 'granted',
    });
    expect(store.getState().added).toEqual({ host: 'crm.example.com' });
    store.getState().remove('https://crm.example.com/*');
    await settle();
    expect(store.getState().crms).toHaveLength(2);
  });

  it('names the CRM whose permission was refused', async () => {
    const store = createCrmStore(KNOWN, fakePermissions(new Set(), false), []);
    await settle();
    store.getState().allow('hubspot');
    await settle();
    expect(store.getState().refused).toBe('HubSpot');
    store.getState().allowAddress('crm.example.com');
    await settle();
    expect([store.getState().refused, store.getState().added]).toEqual(['crm.example.com', null]);
    expect(store.getState().crms[1]?.access).toBe('off');
  });
});

import { createToken } from '../auth/tokens.ts';
import { importFiles } from '../import/import-files.ts';
import { publish } from '../publish/publish.ts';
import type { Store } from '../store/store.ts';
import { openTestStore } from '../store/test-store.ts';
import { SMALL_COMPANY, TODAY, writeFiles } from '../test-company.ts';
import { type AppOptions, createApp } from './app.ts';

export const PEOPLE = ['rep', 'inside', 'lead', 'south', 'ops'] as const;
export type PersonId = (typeof PEOPLE)[number];

export interface TestApi {
  store: Store;
  tokens: Readonly<Record<PersonId, string>>;
  /** Moves the API's clock. */
  clock: { now: Date };
  app: ReturnType<typeof createApp>;
  /** A request as a person. */
  as(person: PersonId, path: string, init?: RequestInit): Promise<Response>;
}

/** The small company, published, behind the API's routes (no network). */
export async function createTestApi(options: Partial<AppOptions> = {}): Promise<TestApi> {
  const store = await openTestStore();
  await importFiles(store, writeFiles(SMALL_COMPANY), { now: TODAY });
  await publish(store, { now: TODAY });
  const tokens = {} as Record<PersonId, string>;
  for (const personId of PEOPLE) {
    tokens[personId] = (await createToken(store, { personId, name: 'test', now: TODAY })).token;
  }
  const clock = { now: TODAY };
  const app = createApp({ store, now: () => clock.now, ...options });
  return {
    store,
    tokens,
    clock,
    app,
    as: async (person, path, init = {}) =>
      app.request(path, {
        ...init,
        headers: {
          authorization: `Bearer ${tokens[person]}`,
          'content-type': 'application/json',
          ...init.headers,
        },
      }),
  };
}

import type { Command } from 'commander';
import { openStore, type StoreLocation } from '../store/open-store.ts';
import type { Store } from '../store/store.ts';

/** Where the embedded store lies unless told otherwise; relative to the current folder. */
export const DEFAULT_DATA_DIRECTORY = '.tierlens/data';

export interface StoreOptions {
  data?: string;
}

/** Adds `--data`; the environment may name a directory or a server instead. */
export function withStore(command: Command): Command {
  return command.option(
    '--data <dir>',
    `data directory of the embedded store (else TIERLENS_DATA, DATABASE_URL for a server, or ${DEFAULT_DATA_DIRECTORY})`,
  );
}

/** The option wins over the environment, a named directory over a server. */
export function storeLocation(
  { data }: StoreOptions,
  environment: Readonly<Record<string, string | undefined>>,
): StoreLocation {
  const directory = data ?? environment.TIERLENS_DATA;
  if (directory) return { dataDir: directory };
  if (environment.DATABASE_URL) return { databaseUrl: environment.DATABASE_URL };
  return { dataDir: DEFAULT_DATA_DIRECTORY };
}

/** Opens the store for one command and closes it whatever happens. */
export async function usingStore<T>(options: StoreOptions, work: (store: Store) => Promise<T>): Promise<T> {
  const store = await openStore(storeLocation(options, process.env));
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

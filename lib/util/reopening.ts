/** As much of a database as it takes to open it again. */
interface Reopenable {
  close(options: { disableAutoOpen: boolean }): void;
  open(): PromiseLike<unknown>;
}

/**
 * Runs work on a database; where it fails the database is opened again and the work run once more. The browser
 * closes databases behind our back (disk full, damaged), and what has once failed to open stays closed.
 */
export async function reopening<T>(database: Reopenable, work: () => PromiseLike<T>): Promise<T> {
  try {
    return await work();
  } catch {
    database.close({ disableAutoOpen: false });
    await database.open();
    return work();
  }
}

/** What went wrong and what to do about it, in one sentence. */
export class SetupError extends Error {}
/** Installs the npm packages of the lock file and Node 24 where they are missing or outdated. */
export function ensureInstalled(): void;
/** Executable of a Chromium-based browser, or null. Throws `SetupError` where CHROME_PATH is wrong. */
export function findBrowser(): string | null;
/** `findBrowser`, and where there is none installs one; null (with the reason printed) where that fails. */
export function ensureBrowser(): string | null;
/** Directory of PostgreSQL's server binaries (`initdb`, `pg_ctl`), or null. */
export function findPostgres(): string | null;

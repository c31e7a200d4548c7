// Sets up what `npm start` and `npm test` need, on any Node from 20 on and without a dependency:
// npm packages, Node 24 (npm package `node`), and with --browser a browser, in CI also PostgreSQL and fonts.
// A second run finds all in place and ends within some milliseconds.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, realpathSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { homedir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = dirname(fileURLToPath(import.meta.url));
const MODULES = join(ROOT, 'node_modules');
const STAMP = join(MODULES, '.tierlens-setup');
const WINDOWS = process.platform === 'win32';
const NODE_MAJOR = 24;

/** What went wrong and what to do about it, in one sentence; printed without a stack. */
export class SetupError extends Error {}

/** Installs the npm packages of the lock file and Node 24 where they are missing or outdated. */
export function ensureInstalled() {
  if (!packagesCurrent()) installPackages();
  ensureNode();
}

/**
 * The executable of a Chromium-based browser, or null: `CHROME_PATH`, else an installed Chromium, Chrome or
 * Edge, else one that Playwright has downloaded.
 */
export function findBrowser() {
  const chosen = process.env.CHROME_PATH;
  if (chosen) {
    if (existsSync(chosen)) return chosen;
    throw new SetupError(`CHROME_PATH names ${chosen}, which does not exist. Correct it or unset it.`);
  }
  return installedBrowsers().find((path) => existsSync(path)) ?? playwrightBrowser();
}

/** `findBrowser`, and where there is none installs one; null (with the reason printed) where that fails. */
export function ensureBrowser() {
  const found = findBrowser();
  if (found) return found;
  if (canApt()) {
    say('Installing Chromium (apt) …');
    apt('chromium');
    const installed = findBrowser();
    if (installed) return installed;
  }
  say('Downloading Chromium (Playwright) …');
  const cli = join(MODULES, 'playwright-core', 'cli.js');
  if (existsSync(cli)) run(process.execPath, [cli, 'install', 'chromium']);
  const downloaded = findBrowser();
  if (!downloaded) {
    say(
      'No browser found and none could be installed. Install Chromium, Google Chrome or Microsoft Edge, ' +
        'or set CHROME_PATH to the executable of one, and start again.',
    );
  }
  return downloaded;
}

/** Directory of PostgreSQL's server binaries (`initdb`, `pg_ctl`), or null. */
export function findPostgres() {
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
  const folders = [
    ...versions.map((version) => join(debian, version, 'bin')),
    ...(process.env.PATH ?? '').split(delimiter),
  ];
  const initdb = WINDOWS ? 'initdb.exe' : 'initdb';
  return folders.find((folder) => folder && existsSync(join(folder, initdb))) ?? null;
}

/** What only the full run needs: a PostgreSQL server, and the fonts that the reviewed pictures were drawn with. */
function ensureForCi() {
  if (!process.env.CI || process.env.CI === 'false' || !canApt()) return;
  if (!findPostgres()) {
    say('Installing PostgreSQL for the store tests (apt) …');
    apt('postgresql');
  }
  if (!existsSync('/usr/share/fonts/truetype/liberation')) {
    say('Installing the fonts of the reviewed pictures (apt) …');
    apt('fonts-liberation');
  }
}

function packagesCurrent() {
  const installed = join(MODULES, '.package-lock.json');
  if (!existsSync(installed)) return false;
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === lockDigest()) return true;
  // `npm install` by hand leaves no stamp of ours; npm writes its own list last.
  return statSync(installed).mtimeMs >= statSync(join(ROOT, 'package-lock.json')).mtimeMs;
}

function lockDigest() {
  return createHash('sha256')
    .update(readFileSync(join(ROOT, 'package-lock.json')))
    .digest('hex');
}

function installPackages() {
  say('Installing npm packages (about half a minute the first time) …');
  const result = npm(['ci', '--no-audit', '--no-fund', '--loglevel=error']);
  if (result.status !== 0) throw new SetupError(installAdvice(result.output));
  try {
    writeFileSync(STAMP, lockDigest());
  } catch (error) {
    throw new SetupError(`Cannot write to ${MODULES}: ${error.message}. Check its owner and free space.`);
  }
}

function installAdvice(output) {
  if (/ENOSPC/.test(output)) return 'The disk is full: free about 1 GB and start again.';
  if (/EACCES|EPERM|EROFS/.test(output)) {
    return `npm may not write to ${ROOT}. Change the folder's owner or clone it where you may write.`;
  }
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|ECONNRESET|ERR_SOCKET/.test(output)) {
    return 'npm cannot reach its registry. Check the network or the proxy (npm config set proxy …) and start again.';
  }
  return '`npm ci` failed, see its message above.';
}

/** npm may have skipped the install script of `node` (--ignore-scripts): run it then. */
function ensureNode() {
  if (nodeReady()) return;
  say(`Fetching Node ${NODE_MAJOR} …`);
  const cwd = join(MODULES, 'node');
  if (existsSync(cwd)) run(process.execPath, ['installArchSpecificPackage.js'], { cwd });
  if (nodeReady()) return;
  throw new SetupError(
    `Node ${NODE_MAJOR} could not be set up in ${cwd}. Delete the folder node_modules and start again` +
      (Number(process.versions.node.split('.')[0]) >= NODE_MAJOR ? '.' : `, or install Node ${NODE_MAJOR}.`),
  );
}

/** True where the project's own Node is there and runs; asked once per installation, then remembered. */
function nodeReady() {
  const binary = join(MODULES, 'node', 'bin', WINDOWS ? 'node.exe' : 'node');
  const link = join(MODULES, '.bin', WINDOWS ? 'node.cmd' : 'node');
  if (!existsSync(binary) || !existsSync(link)) return false;
  const answer = spawnSync(binary, ['-v'], { encoding: 'utf8' });
  return answer.status === 0 && answer.stdout.startsWith(`v${NODE_MAJOR}.`);
}

function installedBrowsers() {
  if (process.platform === 'darwin') {
    const apps = ['Chromium', 'Google Chrome', 'Microsoft Edge'];
    return ['/Applications', join(homedir(), 'Applications')].flatMap((folder) =>
      apps.map((app) => join(folder, `${app}.app`, 'Contents', 'MacOS', app)),
    );
  }
  if (WINDOWS) {
    const roots = [process.env.ProgramFiles, process.env['ProgramFiles(x86)'], process.env.LOCALAPPDATA];
    return roots
      .filter(Boolean)
      .flatMap((root) => [
        join(root, 'Chromium', 'Application', 'chrome.exe'),
        join(root, 'Google', 'Chrome', 'Application', 'chrome.exe'),
        join(root, 'Microsoft', 'Edge', 'Application', 'msedge.exe'),
      ]);
  }
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];
  const folders = [...new Set([...(process.env.PATH ?? '').split(delimiter), '/usr/bin', '/usr/local/bin'])];
  return [
    ...names.flatMap((name) => folders.filter(Boolean).map((folder) => join(folder, name))),
    '/opt/google/chrome/chrome',
    '/snap/bin/chromium',
  ];
}

function playwrightBrowser() {
  try {
    const path = createRequire(join(ROOT, 'package.json'))('playwright-core').chromium.executablePath();
    return path && existsSync(path) ? path : null;
  } catch {
    return null;
  }
}

function canApt() {
  return process.getuid?.() === 0 && existsSync('/usr/bin/apt-get') && existsSync('/etc/debian_version');
}

function apt(name) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  run('apt-get', ['-qq', 'update'], { env });
  run('apt-get', ['-qq', 'install', '-y', '--no-install-recommends', name], { env });
}

/** npm as the caller runs it (same version), else the one on PATH; its messages are shown and returned. */
function npm(args) {
  const script = process.env.npm_execpath;
  const viaScript = script && /\.[cm]?js$/.test(script) && existsSync(script);
  const options = { cwd: ROOT, stdio: ['ignore', 'inherit', 'pipe'], encoding: 'utf8' };
  const result = viaScript
    ? spawnSync(process.execPath, [script, ...args], options)
    : spawnSync(WINDOWS ? 'npm.cmd' : 'npm', args, { ...options, shell: WINDOWS });
  if (result.error?.code === 'ENOENT') throw new SetupError('npm is not on PATH. Install Node.js with npm.');
  process.stderr.write(result.stderr ?? '');
  return { status: result.status, output: result.stderr ?? '' };
}

function run(command, args, options = {}) {
  return spawnSync(command, args, { stdio: ['ignore', 'ignore', 'inherit'], ...options }).status === 0;
}

function say(text) {
  process.stderr.write(`${text}\n`);
}

if (process.argv[1] && fileURLToPath(import.meta.url) === realpathSync(process.argv[1])) {
  try {
    ensureInstalled();
    if (process.argv.includes('--browser')) {
      ensureBrowser();
      ensureForCi();
    }
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
    say(error.message);
    process.exitCode = 1;
  }
}

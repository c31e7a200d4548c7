import { parseArgs } from 'node:util';
import { localDay } from '../api/local-day.ts';
import { UserError } from '../api/user-error.ts';
import { ensureBrowser, SetupError } from '../setup.mjs';
import { openBrowser, type SampleBrowser } from './browser.ts';
import { ensureExtension } from './build-extension.ts';
import { PEOPLE, SIGN_INS, type SignIn } from './company/people.ts';
import { profileFolder, sampleHome } from './sample-home.ts';
import { type Sample, startSample } from './sample-server.ts';

const USAGE = `npm start [-- options]
  --no-browser   API and sample CRM only
  --headless     a browser without a window
  --fresh        make the sample anew instead of reusing it
  --port N       port of the API (4810); the sample CRM takes the next one`;

const LABELS: Record<SignIn, string> = {
  lead: 'team lead',
  rep: 'field rep',
  inside: 'inside sales',
  operations: 'sales operations',
};

interface Options {
  browser: boolean;
  headless: boolean;
  fresh: boolean;
  port: number;
}

function readOptions(): Options | null {
  const { values } = parseArgs({
    options: {
      'no-browser': { type: 'boolean', default: false },
      headless: { type: 'boolean', default: false },
      fresh: { type: 'boolean', default: false },
      port: { type: 'string', default: '4810' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return null;
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 1 || port > 65_534) {
    throw new UserError(`--port ${values.port} is not a port. Use a number from 1 to 65534.`);
  }
  return { browser: !values['no-browser'], headless: values.headless, fresh: values.fresh, port };
}

/** True where a window can be shown. */
function hasDisplay(): boolean {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** Share of the figures read, on one line that is written over; nothing where the output is a file. */
function progress(share: number): void {
  if (process.stdout.isTTY)
    process.stdout.write(share < 1 ? `\r${Math.floor(share * 100)} % ` : '\r      \r');
}

/** The usual reason for a taken port is the sample itself in another window: say so before any work. */
async function refuseSecondStart(port: number): Promise<void> {
  const apiUrl = `http://127.0.0.1:${port}`;
  const answer = await fetch(`${apiUrl}/v1/health`, { signal: AbortSignal.timeout(1_000) }).catch(() => null);
  if (!answer?.ok) return;
  throw new UserError(
    `Tierlens is already running at ${apiUrl} (sample CRM: http://sample-crm.localhost:${port + 1}). ` +
      'Use that one, or stop it with Ctrl+C in its window and start again.',
  );
}

async function startBrowser(options: Options, sample: Sample, folder: string): Promise<SampleBrowser | null> {
  if (!options.browser) return null;
  if (!options.headless && !hasDisplay()) {
    say(
      'There is no display, so no browser is opened. Open the sample CRM in a browser with the extension loaded by ' +
        'hand, or start with --headless.',
    );
    return null;
  }
  const executablePath = ensureBrowser();
  if (!executablePath) return null;
  const browser = await openBrowser({
    executablePath,
    profile: profileFolder(sampleHome()),
    extensionFolder: folder,
    headless: options.headless,
  });
  const connect = async (role: SignIn): Promise<string> => {
    const error = await browser.connect(sample.apiUrl, sample.tokens[role]);
    return error ? `Signing in did not work (${error}).` : `Signed in as ${LABELS[role]}.`;
  };
  say(await connect('lead'));
  sample.onSwitch(connect);
  browser.context.on('close', () => {
    sample.onSwitch(null);
    if (!stopping) say('The browser was closed. API and sample CRM go on; Ctrl+C stops them.');
  });
  await browser.open(firstPage(sample));
  return browser;
}

function firstPage(sample: Sample): string {
  const [first] = sample.highlights;
  return first ? `${sample.crmUrl}/accounts/${first.id}` : `${sample.crmUrl}/accounts`;
}

function describe(sample: Sample, folder: string): void {
  const people = (Object.keys(SIGN_INS) as SignIn[]).map(
    (role) => `  ${LABELS[role].padEnd(17)} ${PEOPLE.find((one) => one.id === SIGN_INS[role])!.name}`,
  );
  say(`
API          ${sample.apiUrl}
Sample CRM   ${sample.crmUrl}   (start page: who is signed in, accounts worth a look)
Extension    ${folder}
  By hand: chrome://extensions → developer mode → Load unpacked → this folder; then open its options and
  enter the API address and an access token from the start page of the sample CRM.
Accounts     switch between them on the start page
${people.join('\n')}
Stop         Ctrl+C
`);
}

let stopping = false;

async function main(): Promise<void> {
  const options = readOptions();
  if (!options) {
    say(USAGE);
    return;
  }
  const { port, fresh } = options;
  await refuseSecondStart(port);
  const folder = await ensureExtension(say);
  const today = localDay(new Date());
  const sample = await startSample({
    home: sampleHome(),
    port,
    today,
    fresh,
    say,
    progress,
    extensionFolder: folder,
  });
  let browser: SampleBrowser | null = null;
  const stop = async (): Promise<void> => {
    if (stopping) return;
    stopping = true;
    say('Stopping …');
    await browser?.close().catch(() => undefined);
    await sample.close();
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);
  describe(sample, folder);
  try {
    browser = await startBrowser(options, sample, folder);
  } catch (error) {
    // The rest of the sample is of use without a browser of its own.
    if (!(error instanceof UserError || error instanceof SetupError)) throw error;
    say(error.message);
  }
}

main().catch((error: unknown) => {
  const expected = error instanceof UserError || error instanceof SetupError;
  const badFlag = (error as { code?: string }).code?.startsWith('ERR_PARSE_ARGS');
  process.stderr.write(expected || badFlag ? `${(error as Error).message}\n` : `${(error as Error).stack}\n`);
  process.exit(1);
});

import { type Server, startServer } from '../api/server.ts';
import { UserError } from '../api/user-error.ts';
import { PEOPLE, SIGN_INS, type SignIn } from './company/people.ts';
import { readCrmData } from './crm/crm-data.ts';
import { type SampleCrm, startSampleCrm } from './crm/crm-server.ts';
import type { SessionView } from './crm/session.ts';
import { findHighlights, type Highlight } from './highlights.ts';
import { prepareSample } from './prepare-sample.ts';
import { companyFolder } from './sample-home.ts';

export interface SampleOptions {
  /** Folder of the sample; see `sampleHome`. */
  home: string;
  /** Port of the API; the sample CRM takes the next one. 0: any free ones. */
  port: number;
  /** `YYYY-MM-DD`. */
  today: string;
  fresh?: boolean;
  say?: (line: string) => void;
  progress?: (share: number) => void;
  /** Folder of the unpacked extension, for the start page. */
  extensionFolder?: string;
}

export interface Sample {
  apiUrl: string;
  crmUrl: string;
  tokens: Record<SignIn, string>;
  /** Accounts worth a look, as the team lead sees them. */
  highlights: readonly Highlight[];
  /**
   * Signs a browser in as somebody else when the start page asks for it; resolves to what to tell.
   * Until set, the start page shows access tokens to paste.
   */
  onSwitch(connect: ((role: SignIn) => Promise<string>) | null): void;
  close(): Promise<void>;
}

/**
 * The sample company's API and CRM, prepared where needed.
 * @throws UserError where a port is taken, the folder is in use or cannot be written to
 */
export async function startSample(options: SampleOptions): Promise<Sample> {
  const { home, port, today } = options;
  const say = options.say ?? (() => undefined);
  const { store, tokens } = await prepareSample({
    home,
    today,
    fresh: options.fresh ?? false,
    say,
    progress: options.progress,
  });
  let api: Server | null = null;
  let crm: SampleCrm | null = null;
  const close = async (): Promise<void> => {
    await crm?.close();
    await api?.close();
    await store.close();
  };
  try {
    api = await startServer(store, { port }).catch((error: unknown) => {
      throw portError(error, port);
    });
    const apiUrl = api.url;
    const data = await readCrmData(companyFolder(home));
    const highlights = await findHighlights(apiUrl, tokens.lead, data.accounts);
    let signedIn: SignIn = 'lead';
    let connect: ((role: SignIn) => Promise<string>) | null = null;
    const view = async (note = ''): Promise<SessionView> => ({
      signedIn,
      people: (Object.keys(SIGN_INS) as SignIn[]).map((role) => ({
        role,
        name: PEOPLE.find((one) => one.id === SIGN_INS[role])!.name,
        token: tokens[role],
      })),
      highlights,
      apiUrl,
      extensionFolder: options.extensionFolder ?? '',
      connectable: connect !== null,
      note,
    });
    const switchTo = async (role: SignIn): Promise<SessionView> => {
      signedIn = role;
      return view(
        connect ? await connect(role) : 'Paste the access token below into the options of Tierlens.',
      );
    };
    crm = await startSampleCrm(data, { view, switchTo }, { port: port && port + 1 }).catch(
      (error: unknown) => {
        throw portError(error, port + 1);
      },
    );
    return {
      apiUrl,
      crmUrl: crm.url,
      tokens,
      highlights,
      onSwitch: (next) => {
        connect = next;
      },
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

function portError(error: unknown, port: number): unknown {
  const code = (error as NodeJS.ErrnoException | null)?.code;
  if (code !== 'EADDRINUSE' && code !== 'EACCES') return error;
  return new UserError(
    `Port ${port} is ${code === 'EACCES' ? 'not allowed' : 'taken'}. Choose another pair: npm start -- --port 4820`,
  );
}

import type { ReactNode } from 'react';
import { AccountCard } from '../../components/card/account-card.tsx';
import { OptionsView } from '../../components/options/options-view.tsx';
import { type PanelProps, PanelView } from '../../components/panel/panel-view.tsx';
import { PopupView } from '../../components/popup/popup-view.tsx';
import { WelcomeView } from '../../components/welcome/welcome-view.tsx';
import type { Role } from '../../lib/contract/me.ts';
import type { AccountView, SearchHit, WorkerState } from '../../lib/contract/page-messages.ts';
import { FIXTURE_POLICY } from '../support/fixture-policy.ts';
import {
  accountView,
  CARRIES,
  CARRIES_MONEY,
  me,
  moneyRow,
  syncStatus,
  wordsRow,
  workerState,
} from './fixtures.ts';

export interface View {
  /** Style sheet of the page the view belongs to. */
  page: 'panel' | 'popup' | 'card' | 'pages';
  node: ReactNode;
}

const REP: Role = 'rep';
const nothing = () => {};
const HITS: SearchHit[] = [
  { id: '1', name: 'Adler & Söhne Maschinenbau GmbH & Co. KG', key: 'k1', tier: 'A' },
  { id: '2', name: 'Adlerhof Getränke', key: 'k2', tier: 'C' },
  { id: '3', name: 'Bad Adlershofer Werke AG', key: 'k3', tier: 'B' },
];
const actions = {
  onCopy: async () => true,
  onSearch: async () => HITS,
  onChoose: nothing,
  onFollow: nothing,
  onSyncNow: nothing,
  onConnect: nothing,
  onDiscreet: nothing,
};

const panel = (worker: WorkerState, account: AccountView | null, change: Partial<PanelProps> = {}): View => ({
  page: 'panel',
  node: (
    <PanelView
      worker={worker}
      failed={false}
      phase={account ? 'account' : 'no-record'}
      account={account}
      chosen={false}
      {...actions}
      {...change}
    />
  ),
});

const popup = (worker: WorkerState, account: AccountView | null): View => ({
  page: 'popup',
  node: (
    <PopupView
      worker={worker}
      failed={false}
      phase={account ? 'account' : 'no-record'}
      account={account}
      chosen={false}
      teamError={null}
      onOwnToggle={nothing}
      onTeamToggle={nothing}
      onOpenPanel={nothing}
      onOpenSettings={nothing}
      {...actions}
    />
  ),
});

const card = (account: AccountView): View => ({
  page: 'card',
  node: (
    <main>
      <AccountCard
        account={account}
        policy={FIXTURE_POLICY}
        role={REP}
        sign
        worker={workerState('rep')}
        onWhy={nothing}
      />
    </main>
  ),
});

const settings = {
  usage: 1_240_000,
  shortcuts: { panel: 'Alt+Shift+K', discreet: 'Alt+Shift+X' },
  teamError: null,
  busy: false,
  error: null,
  crms: [
    { id: 'samplecrm', name: 'Sample CRM', experimental: false, access: 'required' as const },
    { id: 'salesforce', name: 'Salesforce', experimental: true, access: 'granted' as const },
    { id: 'hubspot', name: 'HubSpot', experimental: true, access: 'off' as const },
    { id: 'dynamics', name: 'Dynamics 365', experimental: true, access: 'off' as const },
  ],
  refused: null,
  onConnect: async () => true,
  onSyncNow: nothing,
  onSignOut: nothing,
  onAllow: nothing,
  onRemove: nothing,
  onAllowAddress: () => false,
};

const options = (worker: WorkerState, change: object = {}): View => ({
  page: 'pages',
  node: (
    <OptionsView
      worker={worker}
      failed={false}
      onLanguage={nothing}
      onOwnToggle={nothing}
      onTeamToggle={nothing}
      onWipe={nothing}
      onGuide={nothing}
      {...settings}
      {...change}
    />
  ),
});

const carried = accountView();
const due = accountView({ words: CARRIES });
const signedOut = workerState('rep', {
  sync: syncStatus({ phase: 'signed-out', error: 'wrong-token', syncedAt: null, asOf: null, accounts: 0 }),
  me: null,
  policy: null,
  apiUrl: null,
});
const LONG = 'Vereinigte Rheinisch-Westfälische Apparatebau- und Anlagenmontagegesellschaft '.repeat(5);

/** Every surface in the states people meet. */
export const VIEWS: Readonly<Record<string, View>> = {
  'panel-carried': panel(workerState('rep'), carried),
  'panel-due-lead': panel(workerState('lead'), accountView({ words: CARRIES, money: CARRIES_MONEY })),
  'panel-carried-operations': panel(
    workerState('operations'),
    accountView({ money: moneyRow({ db3Low: -300_000 }) }),
  ),
  'panel-inside-through': panel(workerState('inside'), due),
  'panel-inside-serve': panel(workerState('inside'), carried),
  'panel-even': panel(
    workerState('rep'),
    accountView({
      words: wordsRow({
        tier: 'B',
        level: 'KOMFORT',
        assignedLevel: 'KOMFORT',
        state: 'even',
        line: { code: 'covered' },
        care: [
          { pool: 'field', entitledMinutes: 720, deliveredMinutes: 900 },
          { pool: 'inside', entitledMinutes: 240, deliveredMinutes: 60 },
        ],
      }),
    }),
  ),
  'panel-plan': panel(
    workerState('lead'),
    accountView({
      words: wordsRow({
        state: 'plan',
        line: { code: 'investment', month: '2027-06' },
        parentName: 'Holding AG',
      }),
      stale: true,
      money: moneyRow(),
    }),
  ),
  'panel-review': panel(
    workerState('rep'),
    accountView({
      words: wordsRow({
        assignedLevel: 'KOMFORT',
        state: 'review',
        line: { code: 'not-covered', level: 'BASIS' },
      }),
    }),
  ),
  'panel-open': panel(
    workerState('rep'),
    accountView({
      words: wordsRow({
        state: 'open',
        line: { code: 'new', month: '2027-03' },
        history: [],
        provisional: true,
      }),
    }),
  ),
  'panel-open-lead': panel(
    workerState('lead'),
    accountView({
      words: wordsRow({ state: 'open', line: { code: 'incomplete' }, estimated: true }),
      money: moneyRow({ cts: 0, db3: 90_000, ledgerLine: -2_000, subsidyState: 'NO_DATA' }),
    }),
  ),
  'panel-no-sign': panel(
    workerState('rep', {
      overlays: {
        own: {},
        team: null,
        effective: { badge: true, sign: false, chips: true, money: true, routing: true },
      },
    }),
    carried,
  ),
  'panel-bare': panel(
    workerState('rep'),
    accountView({
      words: wordsRow({
        name: LONG,
        tier: 'Z',
        level: 'SELF',
        assignedLevel: 'SELF',
        owner: null,
        deputy: null,
        care: [{ pool: 'field', entitledMinutes: 0, deliveredMinutes: 200 }],
        history: [],
        state: 'review',
        line: { code: 'margin' },
      }),
    }),
  ),
  'panel-negative': panel(
    workerState('operations'),
    accountView({
      words: wordsRow({ state: 'carried', line: { code: 'margin' } }),
      money: moneyRow({
        net: -60_000,
        db1: -400_000,
        db2: -550_000,
        cts: 18_750,
        db3: -568_750,
        ledgerLine: 500_000,
        uncovered: 68_750,
        careLeft: 0,
      }),
    }),
  ),
  'panel-chosen-offline': panel(
    workerState('rep', {
      sync: syncStatus({ phase: 'offline', error: 'api-unreachable', syncedAt: '2026-11-16T17:40:00' }),
    }),
    carried,
    { chosen: true },
  ),
  'panel-no-account': panel(workerState('rep'), null),
  'panel-unknown': panel(workerState('rep'), null, { phase: 'unknown' }),
  'panel-signed-out': panel(signedOut, null),
  'panel-first-sync': panel(
    workerState('rep', {
      sync: syncStatus({ phase: 'syncing', done: 3, total: 9, accounts: 0, syncedAt: null }),
    }),
    null,
  ),
  'panel-error': panel(
    workerState('rep', { sync: syncStatus({ phase: 'error', error: 'storage-full' }) }),
    null,
  ),
  'panel-discreet': panel(workerState('rep', { discreetUntil: '2026-11-17T13:00:00' }), carried),
  'popup-rep': popup(workerState('rep'), carried),
  'popup-lead': popup(workerState('lead'), due),
  'popup-none': popup(
    workerState('rep', {
      sync: syncStatus({ phase: 'error', error: 'api-unreachable' }),
      overlays: {
        own: {},
        team: {
          team: 'west',
          settings: { sign: false },
          until: '2026-12-31',
          locked: true,
          setBy: 'Miriam Vogt',
          updatedAt: '2026-11-01T00:00:00Z',
        },
        effective: { badge: true, sign: false, chips: true, money: false, routing: true },
      },
      me: me('rep'),
    }),
    null,
  ),
  'popup-signed-out': popup(signedOut, null),
  'popup-discreet': popup(workerState('lead', { discreetUntil: '2026-11-17T13:00:00' }), due),
  'card-carried': card(carried),
  'card-due': card(due),
  'card-review': card(
    accountView({
      words: wordsRow({
        assignedLevel: 'KOMFORT',
        state: 'review',
        line: { code: 'not-covered', level: 'BASIS' },
      }),
      stale: true,
    }),
  ),
  options: options(workerState('lead')),
  'options-signed-out': options(signedOut, { error: 'not-an-api', refused: 'HubSpot' }),
  welcome: {
    page: 'pages',
    node: <WelcomeView worker={signedOut} onDone={nothing} {...settings} />,
  },
};

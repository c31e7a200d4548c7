import type { ReactNode } from 'react';
import { AccountCard } from '../../components/card/account-card.tsx';
import { figuresSeen } from '../../components/notes/figures-seen.ts';
import type { NoteProps } from '../../components/notes/note-props.ts';
import { OptionsView } from '../../components/options/options-view.tsx';
import { type PanelProps, PanelView } from '../../components/panel/panel-view.tsx';
import { type PopupProps, PopupView } from '../../components/popup/popup-view.tsx';
import { type ReportsProps, ReportsView } from '../../components/reports/reports-view.tsx';
import { WelcomeView } from '../../components/welcome/welcome-view.tsx';
import type { Role } from '../../lib/contract/me.ts';
import type { AccountNotes, DueEntry, ReportView, ToldView } from '../../lib/contract/notes.ts';
import type { AccountView, SearchHit, WorkerState } from '../../lib/contract/page-messages.ts';
import { FIXTURE_POLICY } from '../support/fixture-policy.ts';
import { HEALTH, OWN_CRM_ITEMS, ownCrms, PICKED } from './crm-fixtures.ts';
import {
  accountView,
  CARRIES,
  CARRIES_MONEY,
  me,
  moneyRow,
  NOW,
  syncStatus,
  wordsRow,
  workerState,
} from './fixtures.ts';
import { policyWithTiers } from './many-tiers.ts';
import { PAGE_VIEWS } from './page-views.tsx';

export interface View {
  /** Style sheet of the page the view belongs to. */
  page: 'panel' | 'popup' | 'card' | 'pages' | 'crm';
  node: ReactNode;
}

const REP: Role = 'rep';
const nothing = () => {};
const HITS: SearchHit[] = [
  { id: '1', name: 'Adler & Söhne Maschinenbau GmbH & Co. KG', key: 'k1', tier: 'A' },
  { id: '2', name: 'Adlerhof Getränke', key: 'k2', tier: 'C' },
  { id: '3', name: 'Bad Adlershofer Werke AG', key: 'k3', tier: 'B' },
];
const DUE: DueEntry[] = HITS.map((hit, index) => ({
  ...hit,
  tier: 'A',
  owed: [['visit', 3 - index]],
  url: index === 1 ? null : 'https://crm.example/accounts/1',
}));
const actions = {
  onCopy: async () => true,
  onSearch: async () => HITS,
  onChoose: nothing,
  onFollow: nothing,
  onSyncNow: nothing,
  onConnect: nothing,
  onProblem: nothing,
  onDiscreet: nothing,
  onDue: async () => DUE,
};
const SEEN = figuresSeen(accountView({ money: moneyRow() }), '2026-10-31', '1.0.0', NOW);
const REPORT: ReportView = {
  id: 'r1',
  accountId: '10023',
  kind: 'revenue_missing',
  text: 'Die Rechnung 4711 vom September fehlt.',
  at: '2026-11-16T09:30:00',
  seen: SEEN,
  status: 'sent',
  answer: null,
  unread: false,
};
const ANSWERED: ReportView = {
  ...REPORT,
  id: 'r2',
  kind: 'activity_missing',
  text: '',
  at: '2026-11-12T15:05:00',
  answer: {
    text: 'Nachgetragen; ab der nächsten Auswertung sichtbar.',
    by: 'Olga Brandt',
    at: '2026-11-13T08:00:00',
  },
};
const TOLD: ToldView = {
  id: 't1',
  accountId: '10023',
  level: 'BASIS',
  toldOn: '2026-11-12',
  channel: 'call',
  by: null,
  own: false,
  status: 'sent',
};
const note = (change: Partial<AccountNotes> = {}): NoteProps => ({
  notes: { accountId: '10023', reports: [], told: [TOLD], ...change },
  onReport: async () => true,
  onTold: async () => true,
  onDiscard: nothing,
  onAnswersShown: nothing,
});

const panel = (worker: WorkerState, account: AccountView | null, change: Partial<PanelProps> = {}): View => ({
  page: 'panel',
  node: (
    <PanelView
      worker={worker}
      failed={false}
      phase={account ? 'account' : 'no-record'}
      account={account}
      chosen={false}
      note={note()}
      reporting={false}
      onReporting={nothing}
      {...actions}
      {...change}
    />
  ),
});

const popup = (worker: WorkerState, account: AccountView | null, change: Partial<PopupProps> = {}): View => ({
  page: 'popup',
  node: (
    <PopupView
      worker={worker}
      failed={false}
      phase={account ? 'account' : 'no-record'}
      account={account}
      chosen={false}
      teamError={null}
      host="crm.example"
      onHost={nothing}
      onOwnToggle={nothing}
      onTeamToggle={nothing}
      onTeamTerms={nothing}
      onOpenPanel={nothing}
      onNotRight={nothing}
      onOpenReports={nothing}
      onOpenSettings={nothing}
      {...actions}
      {...change}
    />
  ),
});

const card = (account: AccountView, policy = FIXTURE_POLICY): View => ({
  page: 'card',
  node: (
    <main>
      <AccountCard
        account={account}
        policy={policy}
        role={REP}
        sign
        worker={workerState('rep')}
        onWhy={nothing}
        onNotRight={nothing}
      />
    </main>
  ),
});

const settings = {
  usage: 1_240_000,
  shortcuts: { panel: 'Alt+Shift+K', discreet: 'Alt+Shift+D' },
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
  own: ownCrms(),
  nameOf: (crm: string) => (crm === 'salesforce' ? 'Salesforce' : 'EspoCRM'),
  onDiagnose: async () => HEALTH,
  onCopy: async () => true,
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
      onTeamTerms={nothing}
      onWipe={nothing}
      onEditShortcuts={nothing}
      onHost={nothing}
      onExport={async () => '{}'}
      onImport={async () => true}
      onGuide={nothing}
      {...settings}
      {...change}
    />
  ),
});

const reports = (worker: WorkerState, change: Partial<ReportsProps> = {}): View => ({
  page: 'pages',
  node: (
    <ReportsView
      worker={worker}
      reports={{ own: [REPORT, ANSWERED], open: null, error: null }}
      failed={false}
      answered={false}
      onAnswer={async () => null}
      onDiscard={nothing}
      onAnswersShown={nothing}
      onConnect={nothing}
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
const MESSAGE = 'Salesforce wird am 18.11. von 12 bis 13 Uhr umgestellt; Badges fehlen dort so lange.';
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
        managed: {},
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
  'panel-general-costs': panel(
    workerState('operations'),
    accountView({ money: moneyRow({ overhead: 40_000, breakEven: 'NET' }) }),
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
  'panel-told-not': panel(
    workerState('rep'),
    accountView({ words: wordsRow({ levelChange: { from: 'KOMFORT', month: '2026-09' } }) }),
    { note: note({ told: [] }) },
  ),
  'panel-told-log': panel(workerState('rep'), carried, {
    note: note({
      told: [
        { ...TOLD, id: 't2', toldOn: '2026-11-16', own: true, status: 'queued' },
        TOLD,
        { ...TOLD, id: 't3', toldOn: '2026-02-03', level: 'KOMFORT', channel: 'visit' },
      ],
    }),
  }),
  'panel-reporting': panel(workerState('rep'), carried, { reporting: true, note: note({ told: null }) }),
  'panel-reports': panel(workerState('rep'), carried, {
    note: note({
      reports: [
        { ...REPORT, id: 'r3', kind: 'other', text: LONG, status: 'queued' },
        { ...REPORT, id: 'r4', kind: 'wrong_customer', status: 'refused' },
        REPORT,
        ANSWERED,
      ],
    }),
  }),
  'panel-chosen': panel(workerState('rep'), accountView({ url: 'https://crm.example/accounts/1' }), {
    chosen: true,
  }),
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
  'popup-chosen': popup(
    workerState('rep', { notes: { unread: 1, queued: 2, open: null } }),
    accountView({ url: 'https://crm.example/accounts/1' }),
    { chosen: true },
  ),
  'popup-operations': popup(workerState('operations', { notes: { unread: 0, queued: 0, open: 5 } }), null),
  'popup-none': popup(
    workerState('rep', {
      sync: syncStatus({ phase: 'error', error: 'api-unreachable' }),
      overlays: {
        managed: { chips: true },
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
  'popup-message': popup(workerState('rep', { message: MESSAGE }), carried),
  'panel-message': panel(workerState('rep', { message: MESSAGE }), carried),
  'popup-discreet': popup(workerState('lead', { discreetUntil: '2026-11-17T13:00:00' }), due),
  'card-carried': card(carried),
  'card-pinned': card(
    accountView({
      words: wordsRow({
        tier: 'B',
        level: 'KOMFORT',
        pin: {
          tier: 'B',
          level: 'KOMFORT',
          from: '2026-04',
          until: '2027-03',
          reason: 'Nachfolge geklärt, der neue Einkaufsleiter hat die Zusammenarbeit für zwei Jahre zugesagt',
          approver: 'Jo Lindt',
        },
        parentName: 'Holding AG',
        estimated: true,
        provisional: true,
      }),
    }),
  ),
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
  'card-even': card(
    accountView({
      words: wordsRow({ tier: 'B', level: 'KOMFORT', state: 'even', line: { code: 'covered' } }),
    }),
  ),
  'card-plan': card(
    accountView({
      words: wordsRow({
        state: 'plan',
        line: { code: 'investment', month: '2027-06' },
        parentName: 'Holding AG',
      }),
    }),
  ),
  'card-open': card(
    accountView({
      words: wordsRow({ state: 'open', line: { code: 'new', month: '2027-03' }, provisional: true }),
    }),
  ),
  'card-long': card(
    accountView({
      words: wordsRow({ ...CARRIES, tier: 'G', name: LONG, owner: { name: LONG, pool: 'field' } }),
    }),
    policyWithTiers(9),
  ),
  'panel-long': panel(
    workerState('operations', { policy: policyWithTiers(9) }),
    accountView({
      words: wordsRow({ ...CARRIES, tier: 'G', name: LONG, owner: { name: LONG, pool: 'field' } }),
      money: moneyRow(),
    }),
  ),
  'panel-name-only': panel(
    workerState('rep'),
    accountView({
      words: wordsRow({
        owner: null,
        deputy: null,
        care: [],
        history: [],
        state: 'open',
        line: { code: 'incomplete' },
        estimated: true,
        provisional: true,
      }),
    }),
    { note: note({ told: [] }) },
  ),
  ...Object.fromEntries(
    Object.entries(PAGE_VIEWS).map(([name, node]): [string, View] => [name, { page: 'crm', node }]),
  ),
  reports: reports(workerState('rep')),
  'reports-none': reports(workerState('rep'), { reports: { own: [], open: null, error: null } }),
  'reports-operations': reports(workerState('operations'), {
    reports: {
      own: [],
      open: [
        { ...REPORT, createdAt: REPORT.at, own: false, reporter: 'Petra Kern' },
        {
          ...REPORT,
          id: 'r9',
          text: LONG,
          kind: 'other',
          createdAt: REPORT.at,
          own: false,
          reporter: 'Jan Adler',
        },
      ],
      error: null,
    },
  }),
  'reports-offline': reports(workerState('operations'), {
    reports: { own: [], open: null, error: 'api-unreachable' },
  }),
  options: options(workerState('lead')),
  'options-signed-out': options(signedOut, { error: 'not-an-api', refused: 'HubSpot' }),
  'options-own-crms': options(workerState('rep', { message: MESSAGE }), {
    crms: [...OWN_CRM_ITEMS, ...settings.crms],
    own: ownCrms({ picked: PICKED }),
    report: HEALTH,
  }),
  'options-own-crms-locked': options(workerState('rep', { tooOld: true }), {
    crms: OWN_CRM_ITEMS,
    own: ownCrms({
      sites: { 'crm.acme.example': 'espocrm', 'vertrieb.acme.example': 'tryton' },
      locked: {
        sites: ['crm.acme.example', 'vertrieb.acme.example'],
        monday: true,
        generic: ['erp.acme.example'],
      },
    }),
    report: { ...HEALTH, page: null, counters: {} },
  }),
  welcome: {
    page: 'pages',
    node: <WelcomeView worker={signedOut} onDone={nothing} onSettings={nothing} {...settings} />,
  },
};

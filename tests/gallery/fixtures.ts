import type { Me, OverlaySettings, Role } from '../../lib/contract/me.ts';
import type { AdvisorFacts, MoneyRow } from '../../lib/contract/money-row.ts';
import type { AccountView, SyncStatus, WorkerState } from '../../lib/contract/page-messages.ts';
import type { WordsRow } from '../../lib/contract/words-row.ts';
import { FIXTURE_POLICY } from '../support/fixture-policy.ts';

/** The moment all pictures are taken at. */
export const NOW = new Date('2026-11-17T12:00:00');

export function wordsRow(change: Partial<WordsRow> = {}): WordsRow {
  return {
    id: '10023',
    name: 'Delta Anlagenbau GmbH',
    keys: ['samplecrm:-:account:10023'],
    tier: 'C',
    level: 'BASIS',
    assignedLevel: 'BASIS',
    state: 'carried',
    line: { code: 'carried-quarters', quarters: 2 },
    due: false,
    owed: [],
    servedBy: 'inside',
    owner: { name: 'Petra Kern', phone: '+49 221 555-0117', email: 'petra.kern@example.com', pool: 'field' },
    deputy: { name: 'Jonas Adler', phone: '+49 221 555-0142', pool: 'inside' },
    routing: { verb: 'serve', reason: 'level-inside' },
    careYear: 2026,
    care: [{ pool: 'inside', entitledMinutes: 480, deliveredMinutes: 420 }],
    why: { rule: 'ladder', yieldClass: 'L', lift: 'none' },
    nextReview: '2027-01',
    parentName: null,
    estimated: false,
    provisional: false,
    multiplier: false,
    history: [
      { month: '2026-03', tier: 'B', level: 'KOMFORT', state: 'even', line: { code: 'covered' } },
      {
        month: '2026-06',
        tier: 'C',
        level: 'BASIS',
        state: 'carried',
        line: { code: 'carried-quarters', quarters: 1 },
      },
      {
        month: '2026-09',
        tier: 'C',
        level: 'BASIS',
        state: 'carried',
        line: { code: 'carried-quarters', quarters: 2 },
      },
    ],
    ...change,
  };
}

const ADVISOR: AdvisorFacts = {
  types: { visit: 'visit', video: 'video', call: 'call' },
  visits: 10,
  calls: 30,
  revenueVariable: 10_000,
  costs: { visit: 27_000, video: 3_375, call: 1_500 },
  packages: [
    { level: 'SELF', cost: 2_250 },
    { level: 'BASIS', cost: 9_000 },
    { level: 'KOMFORT', cost: 126_000 },
    { level: 'EXKLUSIV', cost: 360_000 },
  ],
  weights: { shiftPain: 2, dropPain: 6, deflectPain: 1, pricePain: 3, priceMaxHalfPercent: 40 },
};

export function moneyRow(change: Partial<MoneyRow> = {}): MoneyRow {
  return {
    id: '10023',
    currency: 'EUR',
    from: '2025-11',
    to: '2026-10',
    gross: 520_000,
    deductions: 20_000,
    net: 500_000,
    cogs: 360_000,
    db1: 140_000,
    direct: 50_000,
    db2: 90_000,
    cts: 315_000,
    db3: -225_000,
    db3Low: null,
    tolerance: 10_000,
    position: 'SUBSIDISED',
    subsidyState: 'WATCH',
    stateReason: 'watch',
    ledgerLine: 225_000,
    uncovered: 0,
    fundableLevel: 'BASIS',
    fundableLimit: 45_000,
    packageCost: 9_000,
    careLeft: 9_000,
    unitCosts: { visit: 27_000, call: 1_500 },
    thresholds: { high: 2_000_000, medium: 300_000 },
    potential: 0,
    advisor: ADVISOR,
    quarters: [
      { month: '2026-03', db3: 3_000, db3T12: 4_200, subsidyState: 'BLACK_ZERO' },
      { month: '2026-06', db3: -80_000, db3T12: -96_000, subsidyState: 'WATCH' },
      { month: '2026-09', db3: -90_000, db3T12: -225_000, subsidyState: 'WATCH' },
    ],
    ...change,
  };
}

export function accountView(change: Partial<AccountView> = {}): AccountView {
  return { key: 'samplecrm:-:account:10023', words: wordsRow(), money: null, stale: false, ...change };
}

export const CARRIES = wordsRow({
  id: '10001',
  name: 'Adler & Söhne Maschinenbau GmbH & Co. KG',
  tier: 'A',
  level: 'EXKLUSIV',
  assignedLevel: 'EXKLUSIV',
  state: 'carries',
  line: { code: 'due' },
  due: true,
  owed: [['visit', 2]],
  servedBy: 'field',
  routing: { verb: 'through', reason: 'level-field' },
  care: [
    { pool: 'field', entitledMinutes: 2_160, deliveredMinutes: 1_620 },
    { pool: 'inside', entitledMinutes: 480, deliveredMinutes: 440 },
  ],
  why: { rule: 'ladder', yieldClass: 'H', lift: 'none' },
});

export const CARRIES_MONEY = moneyRow({
  id: '10001',
  gross: 12_400_000,
  deductions: 400_000,
  net: 12_000_000,
  cogs: 7_800_000,
  db1: 4_200_000,
  direct: 360_000,
  db2: 3_840_000,
  cts: 360_000,
  db3: 3_480_000,
  ledgerLine: -290_518,
  subsidyState: 'FUNDER',
  position: 'FUNDER',
  fundableLevel: 'EXKLUSIV',
  fundableLimit: 1_920_000,
  packageCost: 360_000,
  careLeft: 84_000,
  tolerance: 240_000,
});

export function me(role: Role, change: Partial<Me> = {}): Me {
  const seesMoney = role === 'lead' || role === 'operations';
  return {
    user: 'p-17',
    name: 'Miriam Vogt',
    role,
    team: 'west',
    teamName: 'West',
    scopes: ['west'],
    layers: seesMoney ? ['words', 'money'] : ['words'],
    manifestVersion: 'v1',
    overlays: null,
    counts: role === 'lead' ? { bestWaiting: 4, decisionsPending: 3 } : null,
    company: 'Kölner Kontor',
    serverTime: NOW.toISOString(),
    ...change,
  };
}

export function syncStatus(change: Partial<SyncStatus> = {}): SyncStatus {
  return {
    phase: 'idle',
    done: 0,
    total: 0,
    error: null,
    syncedAt: '2026-11-17T08:12:00',
    asOf: '2026-10-31',
    accounts: 604,
    ...change,
  };
}

export function workerState(role: Role, change: Partial<WorkerState> = {}): WorkerState {
  const own: OverlaySettings = {};
  return {
    sync: syncStatus(),
    apiUrl: 'http://127.0.0.1:4810',
    me: me(role),
    overlays: {
      managed: {},
      own,
      team: null,
      effective: { badge: true, sign: true, chips: true, money: true, routing: true },
    },
    hiddenHosts: [],
    discreetUntil: null,
    language: 'auto',
    policy: FIXTURE_POLICY,
    currency: 'EUR',
    evaluation: { id: 'e1', asOf: '2026-10-31', policyVersion: '1.0.0', publishedAt: '2026-11-05T06:00:00Z' },
    ...change,
  };
}

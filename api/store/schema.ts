import type { ColumnType, Generated } from 'kysely';
import type { ClientPolicy } from '../../lib/contract/client-policy.ts';
import type { Channel } from '../../lib/contract/communications.ts';
import type { FeedbackKind, FiguresSeen } from '../../lib/contract/feedback.ts';
import type { OverlaySettings, Role } from '../../lib/contract/me.ts';
import type { Confidence } from '../../lib/engine/types.ts';
import type { Json, PublicationTables, Time } from './publication-schema.ts';

/** Exact decimals are text on both sides. */
type Decimal = string;

/** Tables as the queries see them; the migrations are the truth. Dates are `YYYY-MM-DD`, months `YYYY-MM`. */
export interface Database extends PublicationTables {
  company: { name: string; currency: string };
  people: {
    person_id: string;
    name: string;
    email: string;
    phone: string;
    pool: string;
    team: string | null;
    role: Role;
    territories: string[];
  };
  territories: { territory: string };
  accounts: {
    account_id: string;
    name: string;
    territory: string;
    owner: string | null;
    deputy: string | null;
    parent: string | null;
    since: string | null;
    potential_cents: number;
    multiplier: boolean;
    multiplier_until: string | null;
    /** As last imported; the dated record of it is `assigned_levels`. */
    assigned_level: string | null;
    website: string;
    closed_on: string | null;
    industry: string;
    size_class: string;
    seasonal: boolean;
    /** Name of its season in the business concept. */
    season: string | null;
  };
  /** Accounts merged into others; null: the merge has been undone. */
  aliases: { account_id: string; merged_into: string | null };
  assigned_levels: { account_id: string; valid_from: string; level: string };
  record_keys: { record_key: string; account_id: string; object: string };
  cases: {
    account_id: string;
    kind: 'development' | 'multiplier' | 'strategic';
    start_month: string;
    horizon_quarters: number;
    budget_cents: number;
    plan_cents: (number | string)[];
    level: string | null;
    sponsor: string;
    approver: string;
    approved_on: string;
  };
  decisions: {
    account_id: string;
    kind: 'exit' | 'reprice' | 'repackage' | 'reassign';
    decided_on: string;
    deadline: string;
    decided_by: string;
  };
  overrides: {
    account_id: string;
    from_month: string;
    until_month: string;
    tier: string | null;
    level: string | null;
    reason: string;
    approver: string;
  };
  /** `account_id` has brought `referred`. */
  referrals: {
    account_id: string;
    referred: string;
    start_month: string;
    share: Decimal;
    months: number;
  };
  wallets: {
    account_id: string;
    estimated_on: string;
    wallet_cents: number;
    margin: Decimal;
    attainable_share: Decimal;
    confidence: Confidence;
  };
  opportunities: {
    account_id: string;
    source: string;
    external_id: string;
    recorded_on: string;
    closed_on: string | null;
    cents: number;
    probability: Decimal;
    margin: Decimal;
  };
  products_held: {
    account_id: string;
    product: string;
    recorded_on: string;
    db2_cents: number;
  };
  policy_versions: {
    version: string;
    /** The document as written. */
    source: string;
    document_hash: string;
    drafted_by: string;
    drafted_at: Time;
    approved_by: string | null;
    approved_at: ColumnType<Date | null, Date | null, Date | null>;
    /** First day it holds; null for a draft. */
    valid_from: string | null;
    /** Of the comparison that was looked at before approval. */
    preview_hash: string | null;
  };
  money_lines: {
    account_id: string;
    source: string;
    external_id: string;
    booked_on: string;
    month: string;
    kind: string;
    cents: number;
    amount: Decimal;
    currency: string;
    rate: Decimal;
  };
  activities: {
    /** Empty: not assigned to an account. */
    account_id: string;
    source: string;
    external_id: string;
    occurred_on: string;
    month: string;
    type: string;
    count: number;
    /** Null: the standard of the type. */
    minutes: number | null;
    cause: 'customer' | 'own_fault';
    /** External id of the event this is a part of; its minutes are its part. Null for an activity of one account. */
    group_of: string | null;
  };
  capacity_rates: {
    pool: string;
    valid_from: string;
    rate: Decimal;
    practical_minutes_per_month: number | null;
  };
  exchange_rates: { month: string; currency: string; rate: Decimal };
  imports: {
    import_id: Generated<number>;
    imported_at: Time;
    files: string[];
    inserted: number;
    changed: number;
    unchanged: number;
    quarantined: number;
  };
  quarantined_rows: {
    import_id: number;
    file: string;
    line: number;
    column_name: string;
    value: string;
    reason: string;
    fix: string;
  };
  tokens: {
    token_id: string;
    person_id: string;
    name: string;
    prefix: string;
    secret_hash: string;
    created_at: Time;
    expires_at: ColumnType<Date | null, Date | null, Date | null>;
    revoked_at: ColumnType<Date | null, Date | null, Date | null>;
  };
  cache_keys: { person_id: string; device_hash: string; secret: Uint8Array; used_at: Time };
  client_policy: {
    only_row: boolean;
    document: Json<ClientPolicy>;
    set_by: string;
    updated_at: Time;
  };
  team_overlays: {
    team: string;
    settings: Json<OverlaySettings>;
    until: string | null;
    locked: boolean;
    set_by: string;
    updated_at: Time;
  };
  feedback: {
    feedback_id: string;
    account_id: string;
    reporter: string;
    reporter_name: string;
    kind: FeedbackKind;
    body: string;
    /** The figures as the reporter saw them. */
    seen: Json<FiguresSeen>;
    created_at: Time;
    answer: string | null;
    answered_by: string | null;
    answered_at: ColumnType<Date | null, Date | null, Date | null>;
  };
  communications: {
    communication_id: string;
    account_id: string;
    /** The level the customer was told about. */
    level: string;
    told_on: string;
    channel: Channel;
    told_by: string;
    told_by_name: string;
    created_at: Time;
  };
}

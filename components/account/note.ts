import type { Format } from '../../lib/i18n/format.ts';
import { activityName, levelName, midSentence, poolName } from '../../lib/i18n/policy-names.ts';
import { stateText } from '../../lib/i18n/state-text.ts';
import type { MessageKey, Translator } from '../../lib/i18n/translator.ts';
import type { AccountProps } from './account-props.ts';

export interface Note {
  label: MessageKey;
  text: string;
}

/**
 * The text that helps with the next step: an offer of a date where care is owed, a note for the lead where the lead
 * decides, a hand-over where inside sales should serve a field customer, else the facts in words. Never amounts: notes end up in mails and CRM tasks.
 */
export function noteFor({ account, policy, sign }: AccountProps, t: Translator, format: Format): Note {
  const { words } = account;
  if (sign && words.line.code === 'due')
    return { label: 'note.offer', text: offer(words.owed, policy, t, format) };
  const forLead = sign && (words.state === 'review' || words.line.code === 'exiting');
  const ownerInField = policy.pools.some((pool) => pool.field && pool.id === words.owner?.pool);
  if (!forLead && words.routing.verb === 'serve' && ownerInField) {
    return {
      label: 'note.handOver',
      text: factsNote('note.handOverTitle', { account, policy, sign }, t, format),
    };
  }
  return {
    label: forLead ? 'note.lead' : 'note.button',
    text: factsNote('note.title', { account, policy, sign }, t, format),
  };
}

function offer(
  owed: AccountProps['account']['words']['owed'],
  policy: AccountProps['policy'],
  t: Translator,
  format: Format,
): string {
  const items = owed
    .filter(([, count]) => count > 0)
    .map(
      ([type, count]) =>
        `${format.integer(count)} ${midSentence(activityName(policy, type, count, t.language), t.language)}`,
    );
  return items.length > 0 ? t('note.offerText', { activities: format.list(items) }) : t('note.offerPlain');
}

/** The facts of a customer in words, for a mail or a CRM task. */
export function factsNote(
  title: 'note.title' | 'note.handOverTitle',
  props: NoteFacts,
  t: Translator,
  format: Format,
): string {
  const { words } = props.account;
  const lines = [
    t(title, { name: words.name }),
    ...factLines(props, t, format),
    words.owner ? t('note.people', { owner: words.owner.name }) : '',
    tellLine(props, t),
  ];
  return lines.filter(Boolean).join('\n');
}

export type NoteFacts = Pick<AccountProps, 'account' | 'policy' | 'sign'>;

/** Tier and package, state, step and care of the year; nothing of who carries whom where the sign is off. */
export function factLines({ account, policy, sign }: NoteFacts, t: Translator, format: Format): string[] {
  const { words } = account;
  const text = stateText(words, policy, t);
  const care = words.care
    .filter((pool) => pool.entitledMinutes > 0 || pool.deliveredMinutes > 0)
    .map((pool) =>
      t('meter.poolUsed', {
        pool: poolName(policy, pool.pool, t.language),
        amount: format.minutesOf(pool.deliveredMinutes, pool.entitledMinutes),
      }),
    );
  return [
    t('note.tier', {
      tier: words.tier,
      level: levelName(policy, words.level, t.language),
      pool: poolName(policy, words.servedBy, t.language),
    }),
    sign ? [`${text.headline}.`, text.line].filter(Boolean).join(' ') : '',
    sign ? t('note.step', { step: text.step }) : '',
    care.length > 0 ? t('note.care', { year: words.careYear, amounts: care.join('; ') }) : '',
  ].filter(Boolean);
}

/** What the customer may be told of the package; empty where the policy has no sentence. */
export function tellLine({ account, policy }: NoteFacts, t: Translator): string {
  const level = policy.levels.find((candidate) => candidate.id === account.words.assignedLevel);
  return level ? t('note.tell', { sentence: level.customerSentence[t.language] }) : '';
}

import type { Format } from '../../lib/i18n/format.ts';
import type { Translator } from '../../lib/i18n/translator.ts';
import { factLines, type NoteFacts, tellLine } from './note.ts';
import { type Route, topicName } from './route.ts';

export interface HandOver extends NoteFacts {
  route: Route;
  /** Figures up to, `YYYY-MM-DD`. */
  asOf: string | null;
}

export interface HandOverNote {
  subject: string;
  body: string;
}

/** A call handed on in words: what it is about, why it is routed so, the facts, whom to reach. Never amounts. */
export function handOverNote(props: HandOver, t: Translator, format: Format): HandOverNote {
  const { route, account, policy, asOf } = props;
  const { words } = account;
  const reach = ({ name, phone }: { name: string; phone?: string | undefined }) =>
    phone ? `${name}, ${phone}` : name;
  const lines = [
    route.topic === null ? '' : t('note.topic', { topic: topicName(route.topic, t) }),
    t('note.routing', { verb: t(`routing.${route.verb}`), reason: t(`routing.reason.${route.reason}`) }),
    ...factLines(props, t, format),
    words.owner ? t('note.people', { owner: reach(words.owner) }) : '',
    words.deputy ? t('note.deputy', { deputy: reach(words.deputy) }) : '',
    tellLine(props, t),
    asOf === null ? '' : t('note.dates', { date: format.date(asOf), version: policy.version }),
  ];
  return {
    subject: t('note.handOverTitle', { name: words.name }),
    body: lines.filter(Boolean).join('\n'),
  };
}

/** The note as a task of a CRM takes it: its subject, when it is due, what it is about. */
export function taskText({ subject, body }: HandOverNote, due: string, t: Translator): string {
  return `${subject}\n${t('note.due', { date: due })}\n\n${body}`;
}

/** A link that opens the user's own mail program; without a recipient where none is on file. */
export function mailLink(to: string | undefined, { subject, body }: HandOverNote): string {
  const text = body.replaceAll('\n', '\r\n');
  return `mailto:${encodeURIComponent(to ?? '')}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(text)}`;
}

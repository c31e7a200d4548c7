import type { PolicyWords } from '../../lib/contract/policy-words.ts';

/** A small policy in both languages for tests and the gallery of components. */
export const FIXTURE_POLICY: PolicyWords = {
  version: '1.0.0',
  concept: 'Kölner Kontor',
  tiers: ['A', 'B', 'C', 'Z'].map((id, index) => ({
    id,
    rank: index + 1,
    name: { de: `Stufe ${id}`, en: `Tier ${id}` },
  })),
  levels: [
    {
      id: 'SELF',
      name: { de: 'Selbstservice', en: 'Self-service' },
      shortName: { de: 'Selbst', en: 'Self' },
      customerSentence: {
        de: 'Über das Kundenportal erhalten Sie jederzeit Auskunft.',
        en: 'The customer portal answers you at any time.',
      },
      field: false,
      passive: true,
    },
    {
      id: 'BASIS',
      name: { de: 'Basisbetreuung', en: 'Basic care' },
      shortName: { de: 'Basis', en: 'Basic' },
      customerSentence: {
        de: 'Ihr Ansprechpartner für das Tagesgeschäft ist unser Innendienst, direkt erreichbar.',
        en: 'Our inside sales team is your direct contact for day-to-day business.',
      },
      field: false,
      passive: false,
    },
    {
      id: 'KOMFORT',
      name: { de: 'Komfortbetreuung', en: 'Comfort care' },
      shortName: { de: 'Komfort', en: 'Comfort' },
      customerSentence: {
        de: 'Wir besuchen Sie viermal im Jahr und sind telefonisch für Sie da.',
        en: 'We visit you four times a year and are there for you by phone.',
      },
      field: true,
      passive: false,
    },
    {
      id: 'EXKLUSIV',
      name: { de: 'Exklusivbetreuung', en: 'Exclusive care' },
      shortName: { de: 'Exklusiv', en: 'Exclusive' },
      customerSentence: {
        de: 'Wir besuchen Sie jeden Monat; Ihre Ansprechpartnerin ist persönlich für Sie da.',
        en: 'We visit you every month; your contact is there for you in person.',
      },
      field: true,
      passive: false,
    },
  ],
  activityTypes: [
    {
      id: 'visit',
      pool: 'field',
      name: { de: 'Besuch', en: 'Visit' },
      namePlural: { de: 'Besuche', en: 'Visits' },
      minutes: 180,
    },
    {
      id: 'call',
      pool: 'inside',
      name: { de: 'Anruf', en: 'Call' },
      namePlural: { de: 'Anrufe', en: 'Calls' },
    },
    {
      id: 'video',
      pool: 'inside',
      name: { de: 'Videogespräch', en: 'Video call' },
      namePlural: { de: 'Videogespräche', en: 'Video calls' },
    },
  ],
  neverRoute: ['complaint', 'safety', 'own_fault'],
  pools: [
    { id: 'field', name: { de: 'Außendienst', en: 'Field sales' }, field: true },
    { id: 'inside', name: { de: 'Innendienst', en: 'Inside sales' }, field: false },
  ],
};

import type { CrmDefinition } from './types.ts';

/** Organisations have no page but the form; the first path segment (`admin`) is configurable. Lists carry no links. */
export const krayin: CrmDefinition = {
  id: 'krayin',
  name: 'Krayin',
  hosts: [],
  path: /^(?<base>(?:\/[^/]+)*?)(?:\/[^/]+)?\/contacts\/(?<object>organizations(?=\/edit)|persons(?=\/view))\/(?:edit|view)\/(?<id>\d+)\/?$/,
  list: /\/contacts\/(?:organizations|persons)\/?$/,
  titles: ['form input[name="name"]'],
  parentLinks: ['a[href*="/contacts/organizations/edit/"]'],
};

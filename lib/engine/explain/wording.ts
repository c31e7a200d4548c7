import type { Template } from './template.ts';

/** How one reason is said: in two languages, with amounts and without. */
export interface Wording {
  /** Section of the domain model that has the rule. */
  section: string;
  de: Template;
  en: Template;
  /** For those who may not see amounts; left out where the sentence has none. */
  deWords?: Template;
  enWords?: Template;
}

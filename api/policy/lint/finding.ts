/** One thing to think about in a business concept (domain §17.3). */
export interface Finding {
  /** `L-01` … `L-12`; `REF` names something that does not exist, `VALUE` is impossible, `LABEL` does not fit. */
  rule: string;
  /** An error keeps the concept from being used at all. */
  severity: 'error' | 'warning';
  /** Where in the document, as a path. */
  path: readonly (string | number)[];
  why: string;
  fix: string;
}

export const error = (rule: string, path: Finding['path'], why: string, fix: string): Finding => ({
  rule,
  severity: 'error',
  path,
  why,
  fix,
});

export const warning = (rule: string, path: Finding['path'], why: string, fix: string): Finding => ({
  rule,
  severity: 'warning',
  path,
  why,
  fix,
});

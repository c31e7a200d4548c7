import type { SignIn } from '../company/people.ts';

/** Who is signed in to Tierlens and who could be; shown on the start page of the sample CRM. */
export interface SessionView {
  signedIn: SignIn;
  people: readonly { role: SignIn; name: string; token: string }[];
  highlights: readonly { id: string; name: string; why: string }[];
  apiUrl: string;
  extensionFolder: string;
  /** True where the launcher has a browser of its own whose extension it can sign in. */
  connectable: boolean;
  /** What happened last, or what to do. */
  note: string;
}

/** What the sample CRM needs from the launcher. */
export interface SampleSession {
  view(): Promise<SessionView>;
  /** Signs the launcher's own browser in as somebody else; the note says how it went. */
  switchTo(role: SignIn): Promise<SessionView>;
}

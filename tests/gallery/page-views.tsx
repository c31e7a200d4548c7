import { type ReactNode, useEffect, useRef } from 'react';
import { useI18n } from '../../components/shared/i18n-context.tsx';
import { type GlyphContext, glyphView } from '../../entrypoints/background/glyph-view.ts';
import type { GlyphView } from '../../lib/contract/content-messages.ts';
import type { GlyphCode } from '../../lib/contract/manifest.ts';
import type { Role } from '../../lib/contract/me.ts';
import type { PolicyWords } from '../../lib/contract/policy-words.ts';
import { isDarkBehind } from '../../lib/overlay/backdrop.ts';
import { type BadgePlace, createBadge } from '../../lib/overlay/badge.ts';
import { createChip } from '../../lib/overlay/chip.ts';
import { FIXTURE_POLICY } from '../support/fixture-policy.ts';
import { oneOfEachTier, STATES } from './glyph-codes.ts';
import { policyWithTiers } from './many-tiers.ts';

/** Names of the elements are drawn by lot; the pictures do not show them. */
const random = Math.random;

type Shown = GlyphCode | null | 'waiting';
type Look = Partial<Pick<GlyphContext, 'stale' | 'policy'>> & { sign?: boolean; who?: Role };

function useView(look: Look): (code: Shown) => GlyphView | null | 'waiting' {
  const { t } = useI18n();
  const toggles = { badge: true, sign: look.sign ?? true, chips: true, money: true, routing: true };
  const { policy = FIXTURE_POLICY, who: role = 'rep', stale = false } = look;
  const context: GlyphContext = { policy, role, stale, t, toggles };
  return (code) => (code === null || code === 'waiting' ? code : glyphView(code, context));
}

interface BadgeProps extends Look {
  code: Shown;
  place?: BadgePlace;
}

/** The badge as the content script makes it, on whatever ground it stands. */
function Badge({ code, place = 'badge', ...look }: BadgeProps) {
  const at = useRef<HTMLSpanElement>(null);
  const view = useView(look);
  useEffect(() => {
    const stand = at.current;
    if (!stand) return;
    const badge = createBadge(document, 'Info', random);
    badge.setPlace(place);
    badge.setDark(isDarkBehind(stand));
    badge.show(view(code));
    stand.append(badge.host);
    return () => badge.host.remove();
  });
  return <span ref={at} className="stand" />;
}

/** A link of a list with its chip. */
function ChipLink({ code, children }: { code: GlyphCode; children: ReactNode }) {
  const link = useRef<HTMLAnchorElement>(null);
  const view = useView({});
  useEffect(() => {
    const { current } = link;
    if (!current) return;
    const chip = createChip(current, isDarkBehind(current), random);
    chip.show(view(code) as GlyphView);
    current.after(chip.host);
    return () => chip.host.remove();
  });
  return (
    <a ref={link} href="#record">
      {children}
    </a>
  );
}

/** The same on a light and on a dark page: the theme follows the ground, not the system. */
function Grounds({ children, rtl = false }: { children: ReactNode; rtl?: boolean }) {
  return (
    <main className="grounds" dir={rtl ? 'rtl' : 'ltr'}>
      <section className="ground ground-light">{children}</section>
      <section className="ground ground-dark">{children}</section>
    </main>
  );
}

const row = (nodes: ReactNode) => <div className="line">{nodes}</div>;
const title = (name: string, badge: ReactNode) => (
  <header className="title">
    <h1>{name}</h1>
    {badge}
  </header>
);
const codes = Object.entries(STATES);
const carried = STATES.carried as GlyphCode;
const due = STATES.due as GlyphCode;

/** What stands in the CRM's own pages. */
export const PAGE_VIEWS: Readonly<Record<string, ReactNode>> = {
  'page-badges': (
    <Grounds>
      {row(codes.map(([name, code]) => <Badge key={name} code={code} />))}
      {title('Müller Maschinenbau GmbH & Co. KG', <Badge code={due} />)}
      {row([
        <Badge key="stale" code={carried} stale />,
        <Badge key="waiting" code="waiting" />,
        <Badge key="unknown" code={null} />,
        <Badge key="no-sign" code={due} sign={false} />,
        <Badge key="chip" code={due} place="chip" />,
      ])}
      {row([
        <Badge key="serve" code={carried} who="inside" />,
        <Badge key="through" code={due} who="inside" />,
      ])}
    </Grounds>
  ),
  'page-chips': (
    <Grounds>
      <ul>
        {codes.map(([name, code]) => (
          <li key={name}>
            <ChipLink code={code}>Kunde {code.letter} GmbH</ChipLink>
          </li>
        ))}
      </ul>
    </Grounds>
  ),
  'page-rtl': (
    <Grounds rtl>
      {title('شركة المثال التجارية', <Badge code={due} />)}
      <ul>
        <li>
          <ChipLink code={carried}>شركة النور للصناعات</ChipLink>
        </li>
      </ul>
    </Grounds>
  ),
  'page-tiers': (
    <Grounds>
      {[2, 5, 9].map((count) => {
        const policy: PolicyWords = policyWithTiers(count);
        return (
          <div className="line" key={count}>
            {oneOfEachTier(policy).map((code) => (
              <Badge key={code.tier} code={code} policy={policy} />
            ))}
          </div>
        );
      })}
    </Grounds>
  ),
  'page-docked': (
    <main className="grounds">
      <section className="ground ground-light">
        <h1>Müller Maschinenbau GmbH & Co. KG</h1>
        <Badge code={carried} place="dock" />
      </section>
    </main>
  ),
};

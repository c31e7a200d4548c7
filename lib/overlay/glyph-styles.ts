import { DARK, FORCED, LIGHT, type Tokens } from './tokens.ts';

/**
 * Styles inside the sealed root. No custom properties (they would inherit from the page) and no fonts but the
 * generic one (a page's web font would tell it the characters).
 */
const SHAPE = `
:host{all:initial!important;direction:ltr!important;unicode-bidi:isolate!important;contain:strict!important;pointer-events:none!important;user-select:none!important;-webkit-user-select:none!important;flex:none!important}
*{box-sizing:border-box;margin:0;padding:0;pointer-events:none!important;user-select:none!important;-webkit-user-select:none!important}
.g{display:grid;grid-template-columns:20px 1fr 6px 12px;gap:5px;align-items:center;position:absolute;inset:0;padding:0 6px 0 3px;border:1px solid;border-radius:6px;font:600 12px/22px sans-serif;forced-color-adjust:none}
.g.stale{border-style:dashed}
.g.chip{display:block;border:0;padding:0 1px}
.t{position:relative;display:block;width:20px;height:18px;font:700 12px/18px sans-serif;text-align:center}
.t svg{position:absolute;inset:0}
.t::before{position:relative;z-index:1;content:attr(data-t)}
.l{max-width:72px;overflow:hidden;white-space:nowrap;text-overflow:ellipsis}
.l::before{content:attr(data-t)}
.d.on{width:6px;height:6px;border-radius:3px}
svg{display:block;overflow:visible}
.wait .l{height:8px;border-radius:4px;opacity:.3}
@media print{:host{display:none!important}}
`;

const HOST_SIZES = {
  badge: ':host{position:absolute!important;inset:0!important;width:136px!important;height:24px!important}',
  chip: ':host{display:inline-block!important;position:relative!important;width:22px!important;height:18px!important;margin:-2px 3px!important;vertical-align:middle!important;align-self:center!important}',
  chipInBox:
    ':host{position:absolute!important;inset:0!important;width:22px!important;height:18px!important}',
} as const;

export type GlyphBox = keyof typeof HOST_SIZES;

/** The whole style sheet for a glyph host of one size. */
export function glyphCss(box: GlyphBox): string {
  return `${SHAPE}${theme('.light', LIGHT)}${theme('.dark', DARK)}@media (forced-colors:active){${theme('.g', FORCED)}}${HOST_SIZES[box]}`;
}

function theme(scope: string, tokens: Tokens): string {
  const rank = tokens.ranks.map(
    ([fill, on], index) =>
      `${scope} .r${index + 1}{color:${fill}}${scope} .r${index + 1}.filled{color:${on}}${scope} .r${index + 1} *{stroke:${fill}}${scope} .r${index + 1}.filled *{fill:${fill};stroke:none}`,
  );
  const sign = Object.entries(tokens.signs).map(([name, colour]) => `${scope} .${name}{fill:${colour}}`);
  return `${scope}:not(.chip){background:${tokens.surface};border-color:${tokens.border}}${scope}{color:${tokens.text}}${scope} .t *{fill:${tokens.surface}}${rank.join('')}${sign.join('')}${scope} .d.on{background:${tokens.due}}${scope}.wait .l{background:${tokens.border}}`;
}

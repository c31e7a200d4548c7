import { DARK, FORCED, LIGHT, type Tokens } from './tokens.ts';

/**
 * Styles inside the sealed root. No custom properties (a page may register and inherit them) and no font but
 * the generic one (a page's web font would tell it the characters).
 */
const SHAPE = `
:host{all:initial!important;direction:ltr!important;unicode-bidi:isolate!important;contain:strict!important;pointer-events:none!important;user-select:none!important;flex:none!important}
*{box-sizing:border-box;margin:0;padding:0;pointer-events:none;user-select:none}
.g{display:grid;grid-template-columns:20px 1fr 6px 12px;gap:5px;align-items:center;position:absolute;inset:0;padding:0 6px 0 3px;border-width:1px;border-style:solid;border-radius:6px;font:600 12px/22px sans-serif;forced-color-adjust:none}
.g.stale{border-style:dashed}
.g.chip{display:block;border:0;padding:0 1px;background:none}
.t{position:relative;display:block;width:20px;height:18px;font:700 12px/18px sans-serif;text-align:center}
.t svg{position:absolute;inset:0}
.t::before{position:relative;z-index:1;content:attr(data-t)}
.l{max-width:72px;overflow:hidden;white-space:nowrap;text-overflow:ellipsis}
.l::before{content:attr(data-t)}
.on{width:6px;height:6px;border-radius:3px}
svg{display:block;overflow:visible;fill:currentColor}
.t *{stroke:currentColor}
.g .filled *{fill:currentColor;stroke:none}
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
  return `${theme('.light', LIGHT)}${theme('.dark', DARK)}@media (forced-colors:active){${theme('.g', FORCED)}}${SHAPE}${HOST_SIZES[box]}`;
}

function theme(scope: string, tokens: Tokens): string {
  const { surface, text, border, due, ranks, signs } = tokens;
  const rank = ranks.map(
    ([fill, on], at) => `${scope} .r${at + 1}{color:${fill}}${scope} .r${at + 1}.filled::before{color:${on}}`,
  );
  const sign = Object.entries(signs).map(([name, colour]) => `${scope} .${name}{color:${colour}}`);
  return `${scope}{background:${surface};border-color:${border};color:${text}}${scope} .t *{fill:${surface}}${rank.join('')}${sign.join('')}${scope} .on{background:${due}}${scope}.wait .l{background:${border}}`;
}

import { type OverlaySettings, type TeamOverlays, TOGGLES, type Toggle } from '../contract/me.ts';

export interface OverlayLayers {
  managed: OverlaySettings;
  team: TeamOverlays | null;
  own: OverlaySettings;
}

/**
 * What holds for each toggle: policy, then a locked team setting, then one's own word, then the team's, then on.
 * @param today `YYYY-MM-DD`; a team setting holds until its last day inclusive
 */
export function effectiveOverlays(layers: OverlayLayers, today: string): Record<Toggle, boolean> {
  const { managed, own } = layers;
  const team =
    layers.team !== null && (layers.team.until === null || today <= layers.team.until) ? layers.team : null;
  const order = team?.locked ? [managed, team.settings, own] : [managed, own, team?.settings ?? {}];
  const value = (toggle: Toggle) =>
    order.map((layer) => layer[toggle]).find((on) => on !== undefined) ?? true;
  return Object.fromEntries(TOGGLES.map((toggle) => [toggle, value(toggle)])) as Record<Toggle, boolean>;
}

/** A newer word of the team lead replaces one's own older word on the same toggles. */
export function withoutOlderWords(own: OverlaySettings, team: TeamOverlays): OverlaySettings {
  return Object.fromEntries(
    Object.entries(own).filter(([toggle]) => team.settings[toggle as Toggle] === undefined),
  ) as OverlaySettings;
}

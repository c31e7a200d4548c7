import type { Figure } from '../figure.ts';
import { shown } from './compare.ts';
import { Installed } from './installed.ts';
import type { Lab } from './lab.ts';
import { median } from './statistics.ts';

const ROUNDS = 5;

/** The price of encryption: sealing all parts, with the cache's own cipher in a worker, beside the whole first sync. */
export async function sealingFigure(lab: Lab, accounts: number, syncMs: number): Promise<Figure> {
  const { parts, bytes } = await lab.company.publish({ accounts, evaluation: 0, changes: 0 });
  const { result } = await lab.inBrowser(async (browser) => {
    const peers = await Installed.load(browser, lab.folders.peers);
    const times: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      const request = { verb: 'seal', parts, bytes: Math.round(bytes / parts) };
      times.push((await peers.send<number>(request)).value);
    }
    return median(times);
  });
  return shown('price of encryption', {
    value: result,
    unit: 'ms',
    other: syncMs,
    against: 'whole first sync',
  });
}

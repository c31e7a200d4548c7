import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { projectRoot } from '../tests/support/source-files.ts';
import type { Bench, Figure } from './figure.ts';

/** `npm run bench [name] -- [--json] [--rows N]`: runs one bench, or all of them. Fails where an aim is missed. */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { json: { type: 'boolean', default: false }, rows: { type: 'string', default: '100000' } },
});

function show(figure: Figure): void {
  if (values.json) {
    console.log(JSON.stringify(figure));
    return;
  }
  const verdict = figure.holds ? 'holds' : 'MISSED';
  console.log(
    `${figure.name}: ${figure.value} ${figure.unit}, ${figure.ratio}× ${figure.against} (aim ${figure.aim}: ${verdict})`,
  );
}

const rows = Number(values.rows);
const names = readdirSync(join(projectRoot, 'bench'))
  .filter((file) => file.endsWith('.bench.ts'))
  .map((file) => file.replace(/\.bench\.ts$/, ''))
  .sort();
const wanted = positionals.length > 0 ? positionals : names;
const unknown = wanted.filter((name) => !names.includes(name));
if (unknown.length > 0 || !Number.isInteger(rows) || rows < 1) {
  console.error(
    unknown.length > 0
      ? `There is no bench called ${unknown.join(', ')}. There are: ${names.join(', ')}.`
      : `--rows takes a whole number above 0, not ${values.rows}.`,
  );
  process.exit(2);
}
for (const name of wanted) {
  const { bench } = (await import(`./${name}.bench.ts`)) as { bench: Bench };
  if (!values.json) console.log(`\n${name}: ${bench.about}`);
  for await (const figure of bench.run({ rows })) {
    show(figure);
    if (!figure.holds) process.exitCode = 1;
  }
}

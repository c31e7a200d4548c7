import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { houseRules } from './support/house-rules.ts';
import { flattenMessages, localeFaults } from './support/locale-faults.ts';
import {
  isSource,
  isTestCode,
  listProjectFiles,
  projectRoot,
  readProjectFile,
} from './support/source-files.ts';

const files = listProjectFiles();
const sources = files.filter(isSource);
const isText = (path: string): boolean =>
  /\.(ts|tsx|mjs|js|json|md|css|html|yaml|yml|sql|csv|txt|svg|sh)$|^\.[^/]+$|^\.ci\/run$|^LICENSE$/.test(
    path,
  );

describe('files', () => {
  it('have kebab-case names that say what they hold', () => {
    const shape = /^[._]?[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)*$/;
    const known = /(^|\/)(README|CONTRIBUTING|SECURITY|CHANGELOG|LICENSE)(\.md)?$/;
    const odd = files.filter((path) => !path.startsWith('tests/fixtures/') && !known.test(path));
    expect(odd.filter((path) => !path.split('/').every((part) => shape.test(part)))).toEqual([]);
  });

  it('of code stay readable in one sitting', () => {
    const limit = 300;
    const long = sources
      .map((path) => ({ path, lines: readProjectFile(path).split('\n').length }))
      .filter(({ path, lines }) => lines > limit && !path.endsWith('.cases.ts') && !isTestCode(path));
    expect(long, `split files of more than ${limit} lines by purpose`).toEqual([]);
  });

  it('name no machine path, no ticket, no session and no unfinished work', () => {
    // Written in pieces, so that the rule does not find itself.
    const words = [
      ['/wo', 'rk/'],
      ['/tm', 'p/wo', 'rk'],
      ['sha', 'red/design'],
      ['sha', 'red/facts'],
      ['TO', 'DO:'],
      ['FIX', 'ME'],
      ['X', 'XX'],
    ].map((pieces) => pieces.join(''));
    const talk = new RegExp(
      `\\b(${['iss', 'ue'].join('')} #?\\d+\\b|${['this', 'session'].join(' ')}|${['sub', 'agent'].join('-?')})`,
      'i',
    );
    const found = files
      .filter((path) => isText(path) && !path.endsWith('package-lock.json'))
      .flatMap((path) =>
        readProjectFile(path)
          .split('\n')
          .flatMap((line, index) => {
            const hit = words.some((word) => line.includes(word)) || talk.test(line);
            return hit ? [`${path}:${index + 1} ${line.trim().slice(0, 120)}`] : [];
          }),
      );
    expect(found).toEqual([]);
  });
});

describe.each(houseRules)('house rule: $name', (rule) => {
  it('holds everywhere', () => {
    const faults = sources
      .filter((path) => rule.applies(path))
      .flatMap((path) => rule.faults(readProjectFile(path)).map((line) => `${path}:${line}`));
    expect(faults, rule.advice).toEqual([]);
  });
});

describe('the house rules themselves', () => {
  const rule = (name: string) => houseRules.find((candidate) => candidate.name.startsWith(name));
  it.each([
    ['no any', 'const a: any = 1;'],
    ['no any', 'read(x as any);'],
    ['listeners', "target.addEventListener('click', run);"],
    ['listeners', 'setInterval(run, 100);'],
    ['listeners', 'new MutationObserver(run).observe(root, { childList: true });'],
    ['no SQL round', 'const q = sql`select round(x, 2) from lines`;'],
    ['no Math.round', 'const cents = Math.round(amount * 100);'],
    ['no Math.round', 'return (cents / 100).toFixed(2);'],
    ['no clock', 'const now = Date.now();'],
  ])('%s flags %s', (name, source) => {
    expect(rule(name)?.faults(source)).toEqual([1]);
  });
  it.each([
    ['no any', '// takes any: value'],
    ['listeners', "target.addEventListener('click', run, { signal });"],
    [
      'listeners',
      "const t = setInterval(run, 9); signal.addEventListener('abort', () => clearInterval(t), { once: true });",
    ],
    ['no SQL round', 'const half = Math.floor(x);'],
    ['no clock', 'const day = new Date(text);'],
  ])('%s accepts %s', (name, source) => {
    expect(rule(name)?.faults(source)).toEqual([]);
  });
});

describe('languages', () => {
  const messages = (language: string) =>
    flattenMessages(JSON.parse(readProjectFile(`assets/locales/${language}.json`)));

  it('German and English have the same keys and placeholders', () => {
    expect(localeFaults(messages('de'), messages('en'))).toEqual([]);
  });

  it('no screen of a rep uses a banned word', () => {
    const banned =
      /\b(DB II|subsidi[sz]ed|subventioniert|structural|strukturell|over limit|withheld|bad customer|schlechter? Kunde)\b/i;
    const found = ['de', 'en'].flatMap((language) =>
      Object.entries(messages(language)).filter(([, text]) => banned.test(text)),
    );
    expect(found).toEqual([]);
  });

  it('flags a missing key and a differing placeholder', () => {
    expect(localeFaults({ a: 'x', b: '{n} y' }, { b: '{m} y' })).toHaveLength(2);
  });
});

describe('one list of CRMs', () => {
  const adapters = files
    .filter((path) => /^lib\/crm\/[a-z0-9-]+\.cases\.ts$/.test(path))
    .map((path) => basename(path, '.cases.ts'))
    .sort();

  it('every adapter has its file, its cases, its entry in the list and its row in docs/crms.md', async () => {
    const { adapters: listed } = await import('../lib/crm/index.ts');
    expect(
      listed()
        .map((crm) => crm.id)
        .sort(),
    ).toEqual(adapters);
    expect(adapters.filter((id) => !existsSync(join(projectRoot, `lib/crm/${id}.ts`)))).toEqual([]);
    const rows = [...readProjectFile('docs/crms.md').matchAll(/^\| `([a-z0-9-]+)` \|/gm)].map((m) => m[1]);
    expect(rows.sort()).toEqual(adapters);
  });
});

describe('documents', () => {
  const manifest = JSON.parse(readProjectFile('package.json')) as { scripts: Record<string, string> };

  it('every npm script calls a file that exists', () => {
    const missing = Object.entries(manifest.scripts).flatMap(([name, command]) =>
      [...command.matchAll(/\bnode ([\w./-]+)/g)]
        .map((match) => match[1] as string)
        .filter((path) => !existsSync(join(projectRoot, path)))
        .map((path) => `${name}: ${path}`),
    );
    expect(missing).toEqual([]);
  });

  it('every npm command the documents name exists', () => {
    const known = new Set([...Object.keys(manifest.scripts), 'ci', 'install']);
    const unknown = files
      .filter((path) => path.endsWith('.md'))
      .flatMap((path) =>
        [...readProjectFile(path).matchAll(/(?:`|^)npm (?:run )?([a-z][a-z0-9:-]*)/gm)]
          .map((match) => match[1] as string)
          .filter((command) => command !== 'run' && !known.has(command))
          .map((command) => `${path}: npm ${command}`),
      );
    expect(unknown).toEqual([]);
  });

  it('every link between documents and every picture leads somewhere', () => {
    const dead = files
      .filter((path) => path.endsWith('.md'))
      .flatMap((path) =>
        [...readProjectFile(path).matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)/g)]
          .map((match) => join(path, '..', match[1] as string))
          .filter((target) => !existsSync(join(projectRoot, target)))
          .map((target) => `${path} → ${target}`),
      );
    expect(dead).toEqual([]);
  });

  it('.ci/run runs the command the README gives for tests', () => {
    const commands = readProjectFile('.ci/run')
      .split('\n')
      .filter((line) => line.trim() !== '' && !line.startsWith('#') && line !== 'set -eu');
    expect(commands).toEqual(['npm test']);
    expect(readProjectFile('README.md')).toContain('npm test');
  });
});

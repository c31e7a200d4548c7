import { z } from 'zod';
import { PolicyDocument } from '../../lib/contract/policy-document.ts';

interface Schema {
  type?: string;
  description?: string;
  properties?: Record<string, Schema>;
  additionalProperties?: Schema | boolean;
  items?: Schema;
  required?: string[];
  enum?: unknown[];
  const?: unknown;
  anyOf?: Schema[];
  oneOf?: Schema[];
  pattern?: string;
  minimum?: number;
}

const HEAD = `# Policy reference

Every part of a business concept (\`policy/*.yaml\`), generated from the schema it is checked by:
\`node bin/tierlens.mjs policy reference > docs/policy-reference.md\`.

A *quantity* is written as \`{ value, unit, because }\`: no number without its unit and its reason. \`*\` stands for
a name of your choice, \`[]\` for the entries of a list.

| part | what it is | |
|---|---|---|
`;

/** Reference of the policy document as Markdown, generated so that it cannot differ from what is checked. */
export function policyReference(): string {
  const schema = z.toJSONSchema(PolicyDocument, { io: 'input', target: 'draft-7' }) as Schema;
  const rows = [...rowsOf(schema, '')].map(({ path, kind, about }) => `| \`${path}\` | ${kind} | ${about} |`);
  return `${HEAD}${rows.join('\n')}\n`;
}

interface Row {
  path: string;
  kind: string;
  about: string;
}

function* rowsOf(schema: Schema, path: string): Generator<Row> {
  const required = new Set(schema.required);
  for (const [name, part] of Object.entries(schema.properties ?? {})) {
    const at = path === '' ? name : `${path}.${name}`;
    const optional = required.has(name) ? '' : 'Optional. ';
    yield* rowsOfPart(part, at, optional);
  }
}

function* rowsOfPart(part: Schema, path: string, optional = ''): Generator<Row> {
  const about = `${optional}${escapeCell(part.description ?? '')}`.trim();
  const unit = part.properties?.unit;
  if (part.properties?.value && unit) {
    const units = (unit.enum ?? [unit.const]).join(' or ');
    yield { path, kind: `quantity, ${units}`, about };
    return;
  }
  if (part.items) {
    yield { path, kind: part.items.properties ? 'list' : `list of ${kindOf(part.items)}`, about };
    if (part.items.properties) yield* rowsOf(part.items, `${path}[]`);
    return;
  }
  if (typeof part.additionalProperties === 'object') {
    yield { path, kind: 'by name', about };
    yield* rowsOf(part.additionalProperties, `${path}.*`);
    return;
  }
  if (part.properties?.de && part.properties.en) {
    yield { path, kind: 'text in `de` and `en`', about };
    return;
  }
  const variants = part.oneOf ?? part.anyOf;
  if (variants?.some(({ properties }) => properties)) {
    yield { path, kind: 'one of', about };
    for (const variant of variants) {
      yield* rowsOf(variant, `${path}(${String(variant.properties?.kind?.const ?? '')})`);
    }
    return;
  }
  if (part.properties) {
    if (about !== '') yield { path, kind: 'group', about };
    yield* rowsOf(part, path);
    return;
  }
  yield { path, kind: kindOf(part), about };
}

function kindOf(part: Schema): string {
  if (part.enum) return part.enum.map((value) => `\`${String(value)}\``).join(', ');
  if (part.const !== undefined) return `\`${String(part.const)}\``;
  if (part.anyOf) return [...new Set(part.anyOf.map(kindOf))].join(' or ');
  if (part.pattern === '^\\d{4}-\\d{2}-\\d{2}$') return 'date `YYYY-MM-DD`';
  return part.type === 'string' ? 'text' : (part.type ?? 'any');
}

function escapeCell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ');
}

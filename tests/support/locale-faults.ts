export type Messages = Record<string, string>;

/** Nested message objects as one level of dotted keys. */
export function flattenMessages(value: unknown, prefix = ''): Messages {
  if (typeof value === 'string') return { [prefix]: value };
  if (typeof value !== 'object' || value === null) return {};
  return Object.assign(
    {},
    ...Object.entries(value).map(([key, child]) => flattenMessages(child, prefix ? `${prefix}.${key}` : key)),
  );
}

/** Sentences about keys and placeholders that two languages do not share. */
export function localeFaults(first: Messages, second: Messages): string[] {
  const keys = [...new Set([...Object.keys(first), ...Object.keys(second)])].sort();
  return keys.flatMap((key) => {
    const a = first[key];
    const b = second[key];
    if (a === undefined) return [`${key} is missing in the first language`];
    if (b === undefined) return [`${key} is missing in the second language`];
    if (a.trim() === '' || b.trim() === '') return [`${key} is empty`];
    const differ = placeholders(a).join() !== placeholders(b).join();
    return differ ? [`${key}: {${placeholders(a)}} against {${placeholders(b)}}`] : [];
  });
}

function placeholders(text: string): string[] {
  return [...new Set([...text.matchAll(/\{(\w+)/g)].map((match) => match[1] as string))].sort();
}

import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type ImportRule, importRules } from './import-rules.ts';
import { type Import, parseImports, resolveImport } from './imports.ts';
import { isTestCode, projectRoot } from './source-files.ts';

/** Sentences about every import of `path` that the import table forbids; empty when all is well. */
export function checkImports(path: string, source: string): string[] {
  if (isTestCode(path)) return [];
  const rule = importRules.find((candidate) => candidate.from.test(path));
  if (!rule) return [];
  return parseImports(source).flatMap((found) => {
    const fault = faultOf(path, found, rule);
    return fault ? [`${path}:${found.line} ${fault}\n    Where it should go: ${rule.advice}`] : [];
  });
}

function faultOf(path: string, found: Import, rule: ImportRule): string | null {
  const target = resolveImport(path, found.specifier);
  if (target.kind === 'package') return packageFault(target.name, found.typeOnly, rule);
  if (target.path.startsWith('../')) return `imports ${target.path}, which lies outside the project`;
  if (/\.cases\.ts$/.test(target.path)) {
    return `imports ${target.path}; URL cases are for tests, bench and docs only`;
  }
  if (isTestCode(target.path)) return `imports ${target.path}, which is test code`;
  if (isOtherAdapter(path, target.path)) {
    return `imports another CRM (${target.path}); an adapter stands alone`;
  }
  const own = ownFolder(path);
  const allowed = [own, ...rule.files];
  if (allowed.some((prefix) => target.path.startsWith(prefix))) return null;
  if (found.typeOnly && (rule.types ?? []).some((prefix) => target.path.startsWith(prefix))) return null;
  const onlyTypes = (rule.types ?? []).some((prefix) => target.path.startsWith(prefix));
  return onlyTypes
    ? `runs ${target.path}, of which it may use types only (import type)`
    : `imports ${target.path}; it may import ${allowed.join(', ')}`;
}

function packageFault(name: string, typeOnly: boolean, rule: ImportRule): string | null {
  if (rule.never?.includes(name)) return `imports the package ${name}`;
  if (rule.packages.includes('*') || rule.packages.includes(name)) return null;
  if (typeOnly && rule.packageTypes?.includes(name)) return null;
  return `imports the package ${name}; it may use ${rule.packages.join(', ') || 'none'}`;
}

/** First two path parts below `lib` and `entrypoints`, the first elsewhere: `lib/engine/`, `api/`. */
function ownFolder(path: string): string {
  const parts = path.split('/');
  if (parts[0] !== 'lib' && parts[0] !== 'entrypoints') return `${parts[0]}/`;
  return parts.length > 2 ? `${parts[0]}/${parts[1]}/` : path;
}

/** An adapter is a file of lib/crm with URL cases beside it. */
function isAdapter(path: string): boolean {
  return dirname(path) === 'lib/crm' && existsSync(join(projectRoot, path.replace(/\.ts$/, '.cases.ts')));
}

function isOtherAdapter(path: string, target: string): boolean {
  return path !== target && isAdapter(path) && isAdapter(target);
}

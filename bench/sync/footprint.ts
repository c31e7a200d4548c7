import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Folders of a profile in which extensions store data. */
const STORAGE = ['IndexedDB', 'File System', 'Local Extension Settings', 'Service Worker/Database'];

/** Bytes that lie in the storage folders of a profile. */
export function storedBytes(profile: string): number {
  return STORAGE.reduce((sum, name) => sum + folderBytes(join(profile, 'Default', name)), 0);
}

function folderBytes(folder: string): number {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);
  } catch {
    return 0;
  }
}

/** Peak resident memory (bytes) of the browser's extension processes since they began; null where there is no /proc. */
export function peakExtensionMemory(browserPid: number): number | null {
  let peak: number | null = null;
  for (const pid of descendants(browserPid)) {
    const command = read(`/proc/${pid}/cmdline`);
    if (!command.includes('--extension-process')) continue;
    const [, kilobytes] = /^VmHWM:\s+(\d+) kB/m.exec(read(`/proc/${pid}/status`)) ?? [];
    if (kilobytes !== undefined) peak = Math.max(peak ?? 0, Number(kilobytes) * 1_024);
  }
  return peak;
}

function descendants(root: number): number[] {
  const parents = new Map<number, number>();
  for (const name of entries('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const [, parent] = /^PPid:\s+(\d+)/m.exec(read(`/proc/${name}/status`)) ?? [];
    if (parent !== undefined) parents.set(Number(name), Number(parent));
  }
  const isBelow = (pid: number): boolean => {
    const parent = parents.get(pid);
    return parent === root || (parent !== undefined && isBelow(parent));
  };
  return [...parents.keys()].filter(isBelow);
}

function entries(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** Processes come and go while they are looked at. */
function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

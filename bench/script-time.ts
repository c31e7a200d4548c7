import type { CDPSession } from '@playwright/test';

interface ProfileNode {
  id: number;
  callFrame: { url: string };
  children?: number[];
}

interface Profile {
  nodes: ProfileNode[];
  samples?: number[];
  timeDeltas?: number[];
}

/** Samples are taken this often (µs). */
const INTERVAL_US = 100;

/**
 * Script time (ms) spent in files whose address starts with `prefix` while `work` runs, the browser's own code
 * that they call included.
 */
export async function scriptTime(
  cdp: CDPSession,
  prefix: string,
  work: () => Promise<unknown>,
): Promise<number> {
  await cdp.send('Profiler.enable');
  await cdp.send('Profiler.setSamplingInterval', { interval: INTERVAL_US });
  await cdp.send('Profiler.start');
  await work();
  const { profile } = (await cdp.send('Profiler.stop')) as unknown as { profile: Profile };
  await cdp.send('Profiler.disable');
  return timeIn(profile, prefix);
}

/** Time (ms) the page's main thread was at work while `work` ran: scripts, styles, layout, painting. */
export async function busyTime(cdp: CDPSession, work: () => Promise<unknown>): Promise<number> {
  const read = async () => {
    const { metrics } = await cdp.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0;
  };
  await cdp.send('Performance.enable');
  const before = await read();
  await work();
  const after = await read();
  await cdp.send('Performance.disable');
  return (after - before) * 1_000;
}

/** Sum of the samples below a frame of one of these files, in ms. */
export function timeIn({ nodes, samples = [], timeDeltas = [] }: Profile, prefix: string): number {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const ours = new Set<number>();
  const enter = (id: number) => {
    if (ours.has(id)) return;
    ours.add(id);
    for (const child of byId.get(id)?.children ?? []) enter(child);
  };
  for (const { id, callFrame } of nodes) if (callFrame.url.startsWith(prefix)) enter(id);
  let us = 0;
  samples.forEach((id, index) => {
    // A sample lasts until the next one.
    if (ours.has(id)) us += timeDeltas[index + 1] ?? 0;
  });
  return us / 1_000;
}

/** Bytes in use after everything unreachable is gone: objects of scripts, and what the browser keeps for them. */
export async function heapInUse(cdp: CDPSession): Promise<number> {
  for (let round = 0; round < 3; round++) await cdp.send('HeapProfiler.collectGarbage');
  const usage = (await cdp.send('Runtime.getHeapUsage')) as {
    usedSize: number;
    embedderHeapUsedSize?: number;
  };
  return usage.usedSize + (usage.embedderHeapUsedSize ?? 0);
}

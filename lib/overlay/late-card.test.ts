import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { CardFrame, CardFrameOptions } from './card-frame.ts';
import { createLateCard } from './late-card.ts';
import { loadedParts } from './loaded-parts.ts';

const beside = {} as Element;
const frame = { preload: vi.fn(), open: vi.fn(), close: vi.fn(), drop: vi.fn() };
const make = () => frame as Partial<CardFrame> as CardFrame;
let stop: AbortController;

beforeEach(() => {
  vi.clearAllMocks();
  delete loadedParts().card;
  stop = new AbortController();
});

const options = () => ({ signal: stop.signal }) as CardFrameOptions;
const settled = () => new Promise((done) => setTimeout(done));

describe('the card, before its code has come', () => {
  it('asks once, however often it is wanted, and opens when the code is there', async () => {
    const load = vi.fn(async () => {
      await settled();
      loadedParts().card = make;
    });
    const card = createLateCard(options(), load);
    card.preload();
    card.open(beside, true);
    expect(frame.open).not.toHaveBeenCalled();
    await settled();
    await settled();
    expect(load).toHaveBeenCalledOnce();
    expect(frame.open).toHaveBeenCalledExactlyOnceWith(beside, true);
  });

  it('only preloads when the pointer has gone again', async () => {
    const card = createLateCard(options(), async () => {
      loadedParts().card = make;
    });
    card.open(beside, false);
    card.close();
    await settled();
    expect(frame.open).not.toHaveBeenCalled();
    expect(frame.preload).toHaveBeenCalledOnce();
  });

  it('asks again when the code did not come', async () => {
    const load = vi.fn(async () => null);
    const card = createLateCard(options(), load);
    card.preload();
    await settled();
    card.preload();
    expect(load).toHaveBeenCalledTimes(2);
    expect(card.hasFocus()).toBe(false);
  });

  it('makes nothing after the page was left', async () => {
    const card = createLateCard(options(), async () => {
      loadedParts().card = make;
    });
    card.open(beside, false);
    stop.abort();
    await settled();
    expect(frame.open).not.toHaveBeenCalled();
  });

  it('asks for nothing that is there already', () => {
    loadedParts().card = make;
    const load = vi.fn(async () => null);
    createLateCard(options(), load).open(beside, false);
    expect(frame.open).toHaveBeenCalledOnce();
    expect(load).not.toHaveBeenCalled();
  });
});

import { describe, expect, it } from 'vitest';
import { DOCK, overlaps, placeAt, stepped } from './dock-place.ts';

describe('the place of the docked badge', () => {
  const viewport = { width: 1_280, height: 800 };

  it('is a share of the free space, inside the window wherever it is dragged to', () => {
    expect(placeAt(DOCK.edge, DOCK.edge, viewport)).toEqual({ x: 0, y: 0 });
    expect(placeAt(-500, 5_000, viewport)).toEqual({ x: 0, y: 1 });
    const right = viewport.width - DOCK.width - DOCK.edge;
    expect(placeAt(right, DOCK.edge, viewport).x).toBe(1);
  });

  it('has an answer in windows smaller than the badge', () => {
    expect(placeAt(10, 10, { width: 50, height: 20 })).toEqual({ x: 0, y: 0 });
  });

  it('moves with the arrow keys and stops at the edges', () => {
    expect(stepped({ x: 1, y: 1 }, 'ArrowLeft')).toEqual({ x: 0.95, y: 1 });
    expect(stepped({ x: 1, y: 1 }, 'ArrowRight')).toEqual({ x: 1, y: 1 });
    expect(stepped({ x: 0, y: 0 }, 'ArrowUp')).toEqual({ x: 0, y: 0 });
    expect(stepped({ x: 0, y: 0 }, 'Enter')).toBeNull();
  });

  it('covers another box only where they share an area', () => {
    const box = { left: 0, right: 10, top: 0, bottom: 10 };
    expect(overlaps(box, { left: 9, right: 20, top: 9, bottom: 20 })).toBe(true);
    expect(overlaps(box, { left: 10, right: 20, top: 0, bottom: 10 })).toBe(false);
  });
});

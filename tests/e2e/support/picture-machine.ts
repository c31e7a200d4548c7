import type { Gallery } from './gallery.ts';

export interface PictureMachine {
  browser: string;
  /** Hash of how this machine draws a line of text in the fonts of the pages. */
  fonts: string;
}

/** Tells machines apart that draw the same page differently: main version of the browser, and letters drawn on a canvas. */
export async function drawnBy({ browser, page }: Gallery): Promise<PictureMachine> {
  const fonts = await page.evaluate(async () => {
    const canvas = document.createElement('canvas');
    canvas.width = 600;
    canvas.height = 80;
    const context = canvas.getContext('2d') as CanvasRenderingContext2D;
    const family = '"Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif';
    for (const [weight, top] of [
      ['400', 24],
      ['700', 60],
    ] as const) {
      context.font = `${weight} 16px ${family}`;
      context.fillText('Übergabe: 11.800 € Straße Äquator fi ffl −2,250', 4, top);
    }
    const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
    const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', data));
    return Array.from(digest.slice(0, 8), (byte) => byte.toString(16).padStart(2, '0')).join('');
  });
  return { browser: `Chromium ${browser.version().split('.')[0]}`, fonts };
}

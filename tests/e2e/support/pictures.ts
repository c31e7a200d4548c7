import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot, readProjectFile } from '../../support/source-files.ts';

/**
 * Saves a picture of this run under test-results. `TIERLENS_UPDATE_PICTURES=1` also puts it into docs/images where
 * the README shows it.
 */
export async function savePicture(name: string, take: (path: string) => Promise<unknown>): Promise<void> {
  const folder = join(projectRoot, 'test-results', 'pictures');
  mkdirSync(folder, { recursive: true });
  const path = join(folder, `${name}.png`);
  await take(path);
  const shown = readProjectFile('README.md').includes(`docs/images/${name}.png`);
  if (!shown || process.env.TIERLENS_UPDATE_PICTURES !== '1') return;
  const images = join(projectRoot, 'docs', 'images');
  mkdirSync(images, { recursive: true });
  copyFileSync(path, join(images, `${name}.png`));
}

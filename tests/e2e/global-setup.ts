import { makeSampleTemplate } from './support/sample.ts';

/** Before all workers: the sample company, imported and published. */
export default async function globalSetup(): Promise<void> {
  await makeSampleTemplate();
}

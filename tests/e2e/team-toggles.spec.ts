import { localDay } from '../../components/notes/local-day.ts';
import { createTranslator } from '../../lib/i18n/translator.ts';
import { expect, savePicture, test } from './harness.ts';
import { axeFaults } from './support/accessibility.ts';

for (const [language, scheme] of [
  ['en', 'light'],
  ['de', 'dark'],
] as const) {
  test.describe(`toggles for the team, ${language}, ${scheme} @main @a11y`, () => {
    test.use({ colorScheme: scheme });

    test('a lead sets their last day and locks them, a member reads who did', async ({
      extension,
      launch,
    }) => {
      const t = createTranslator(language);
      await extension.connectAs('lead');
      await extension.ask({ verb: 'setLanguage', language });
      const popup = await extension.open('popup');
      await popup.setViewportSize({ width: 360, height: 900 });
      await popup.getByText(t('popup.team'), { exact: true }).click();
      await popup.getByRole('switch', { name: t('toggle.chips') }).click();
      const save = popup.getByRole('button', { name: t('popup.teamSave') });
      await expect(save, 'nothing to save yet').toBeDisabled();

      const day = popup.getByLabel(t('popup.teamUntil'));
      await day.fill('2020-01-31');
      await save.click();
      await expect(popup.getByRole('alert')).toHaveText(t('popup.teamPast'));

      const last = localDay(new Date(Date.now() + 20 * 86_400_000));
      await day.fill(last);
      await popup.getByLabel(t('popup.teamLock')).check();
      await save.click();
      await expect(popup.locator('.toggles')).toContainText(t('popup.lockedByTeam', { name: '' }).trim());
      await expect(save).toBeDisabled();
      expect(await axeFaults(popup)).toEqual([]);
      await savePicture(`popup-team-${scheme}-${language}`, (path) => popup.screenshot({ path }));

      const rep = await launch();
      await rep.connectAs('rep');
      await rep.ask({ verb: 'setLanguage', language });
      const theirs = await rep.open('popup');
      await expect(theirs.locator('.toggles')).toContainText(t('popup.lockedByTeam', { name: '' }).trim());
      await expect(theirs.getByRole('switch', { name: t('toggle.chips') })).toBeDisabled();
      await expect(theirs.getByRole('switch', { name: t('toggle.chips') })).not.toBeChecked();
      await expect(theirs.getByLabel(t('popup.teamLock')), 'members have no such form').toHaveCount(0);
      await rep.ask({ verb: 'setOverlay', toggle: 'chips', on: true });
      expect((await rep.ask({ verb: 'state' })).overlays.effective.chips).toBe(false);

      const undone = await extension.ask({ verb: 'setTeamTerms', until: null, locked: false });
      expect(undone).toMatchObject({ ok: true });
      await extension.ask({ verb: 'setTeamOverlay', toggle: 'chips', on: true });
    });
  });
}

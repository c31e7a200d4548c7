import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { NOW } from '../../tests/gallery/fixtures.ts';
import { VIEWS } from '../../tests/gallery/views.tsx';
import { I18nProvider } from '../shared/i18n-context.tsx';

const draw = (name: string) =>
  renderToStaticMarkup(
    <I18nProvider language="en" currency="EUR" now={NOW}>
      {VIEWS[name]?.node}
    </I18nProvider>,
  );

describe('what the company prescribes', () => {
  const locked = draw('options-own-crms-locked');
  const open = draw('options-own-crms');

  it('is shown, but cannot be changed', () => {
    for (const control of [
      'CRM on crm.acme.example',
      'Recognise the CRM on crm.acme.example',
      'Change erp.acme.example/lieferanten/‹ID›',
      'Remove erp.acme.example/lieferanten/‹ID›',
      'Remove board 1234567890',
    ]) {
      expect(open, control).toContain(`aria-label="${control}"`);
      expect(locked, control).not.toContain(`aria-label="${control}"`);
    }
    expect(locked.match(/Set by your company/g)).toHaveLength(4);
    expect(open).not.toContain('Set by your company');
  });

  it('leaves the click that only the user can give', () => {
    expect(locked).toContain('aria-label="Allow vertrieb.acme.example"');
    expect(locked).toContain('aria-label="Remove crm.acme.example"');
  });
});

describe('what operations say', () => {
  it('stands in popup, panel and settings, and nowhere without it', () => {
    for (const name of ['popup-message', 'panel-message', 'options-own-crms']) {
      expect(draw(name), name).toContain('Kölner Kontor: Salesforce wird am 18.11.');
    }
    for (const name of ['popup-rep', 'panel-carried', 'options']) {
      expect(draw(name), name).not.toContain('Kölner Kontor: ');
    }
    expect(draw('options-own-crms-locked')).toContain('older than your company allows');
  });
});

import { describe, expect, it } from 'vitest';
import type { ToldView } from '../../lib/contract/notes.ts';
import { untoldChange } from './told-notice.ts';

const told = (level: string, toldOn: string, status: ToldView['status'] = 'sent'): ToldView => ({
  id: toldOn,
  accountId: '1',
  level,
  toldOn,
  channel: 'call',
  by: null,
  own: false,
  status,
});
const changed = { assignedLevel: 'BASIS', levelChange: { from: 'KOMFORT', month: '2026-09' } };
const same = { assignedLevel: 'BASIS', levelChange: null };

describe('a change nobody has told the customer', () => {
  it('is one where the package changed and the log is empty', () => {
    expect(untoldChange(changed, [])).toEqual({ from: 'KOMFORT', to: 'BASIS' });
    expect(untoldChange(same, [])).toBeNull();
    expect(untoldChange({ assignedLevel: 'BASIS' }, [])).toBeNull();
  });

  it('is one where they were last told of another package', () => {
    expect(untoldChange(same, [told('KOMFORT', '2026-01-02'), told('BASIS', '2025-01-02')])).toEqual({
      from: 'KOMFORT',
      to: 'BASIS',
    });
    expect(untoldChange(changed, [told('BASIS', '2026-08-01')])).toBeNull();
  });

  it('is told once the entry waits to be sent, but not by one the server refused', () => {
    expect(untoldChange(changed, [told('BASIS', '2026-11-01', 'queued')])).toBeNull();
    expect(untoldChange(changed, [told('BASIS', '2026-11-01', 'refused')])).not.toBeNull();
  });

  it('is not claimed where the log was never read', () => {
    expect(untoldChange(changed, null)).toBeNull();
  });
});

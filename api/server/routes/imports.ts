import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { callerSettings } from '../../store/caller.ts';
import { documented } from '../documented.ts';
import type { Environment, Services } from '../environment.ts';
import { requireOperations } from '../require-operations.ts';

const Import = z.object({
  id: z.int(),
  importedAt: z.iso.datetime(),
  files: z.array(z.string()),
  inserted: z.int(),
  changed: z.int(),
  unchanged: z.int(),
  quarantined: z.int(),
});
/** The newest; older ones matter to nobody. */
const SHOWN = 200;

const route = createRoute({
  method: 'get',
  path: '/v1/imports',
  summary: 'The newest imports. Operations only.',
  security: [{ token: [] }],
  responses: {
    200: {
      description: 'Imports.',
      content: { 'application/json': { schema: documented(z.array(Import)) } },
    },
  },
});

export function imports(app: OpenAPIHono<Environment>, { store }: Services): void {
  app.openapi(route, async (c) => {
    const caller = requireOperations(c.get('caller'));
    const rows = await store.restricted(callerSettings(caller), (db) =>
      db.selectFrom('imports').selectAll().orderBy('import_id', 'desc').limit(SHOWN).execute(),
    );
    return c.json(
      rows.map(({ import_id, imported_at, ...row }) => ({
        id: import_id,
        importedAt: imported_at.toISOString(),
        ...row,
      })),
      200,
    );
  });
}

/**
 * Services on real frameworks (tests/services): the right ones are green with every seed in every layout, and of each
 * fault the clause is found that it breaks, and no other. BYOC_SERVICE_SEEDS is the number of seeds, 1 when absent.
 * A service whose interpreter or packages are not here is skipped; with BYOC_FIXTURES=required, as in CI, it fails.
 */
import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import type { RunOptions } from '../../engine/service/run-options.js';
import { layoutsOf } from '../../schemas/operations/operations.js';
import type { ServiceRecord } from '../../schemas/record/run-record.js';
import { clausesWith, inEdition, runAgainst } from '../quick/end-to-end/run-against.js';
import { build, missing, startService } from '../services/harness.js';
import { type Service, type ServiceFault, services } from '../services/list.js';
import { assertGreen } from '../support/assert-green.js';

const seeds = Array.from({ length: Number(process.env.BYOC_SERVICE_SEEDS ?? 1) }, (_, index) => index + 1);

test('there are at least eight services with three faults each', () => {
  assert.ok(services.length >= 8, `${services.length} services`);
  for (const { stack, faults } of services) assert.ok(faults.length >= 3, `${stack} has ${faults.length} faults`);
});

for (const service of services) {
  const skip = process.env.BYOC_FIXTURES === 'required' ? false : ((await missing(service)) ?? false);

  // One after another: each has processes of its own, and a race wants the machine for itself.
  describe(service.stack, () => {
    if (skip === false) before(() => build(service));

    for (const edition of service.editions) {
      for (const layout of layoutsOf(edition)) {
        test(`is green in edition ${edition}, layout ${layout}`, { skip }, async () => {
          for (const seed of seeds) assertGreen(await heldAgainst(service, { edition, layout, seed }));
        });
      }
    }

    for (const fault of service.faults) {
      test(`${fault.id} is found under ${fault.breaks[0]}`, { skip }, async () => {
        const { id, level = 'smoke' } = fault;
        assertFound(await heldAgainst(service, { ...inEdition('61.0'), level, seed: 1 }, id), fault);
      });
    }
  });
}

/** A run against the service, which lives as long as the run. */
async function heldAgainst(
  service: Service,
  options: Partial<RunOptions> & Pick<RunOptions, 'edition'>,
  fault?: string,
): Promise<ServiceRecord> {
  const running = await startService(service, options.edition, fault);
  try {
    return await runAgainst(running.baseUrl, running.credentials, options);
  } finally {
    await running.stop();
  }
}

function assertFound(record: ServiceRecord, { breaks: [clause, ...others] }: ServiceFault): void {
  const findings = record.findings
    .filter(({ verdict }) => verdict !== 'observed')
    .map(({ clause, verdict, label, got }) => `${clause} ${verdict}: ${label}: ${got}`)
    .join('\n');
  const red = clausesWith(record, 'nonconformant');
  assert.ok(red.includes(clause), `missed; found was: ${findings}`);
  const innocent = red.filter((id) => ![clause, ...others].some((other) => other === id));
  assert.deepEqual(innocent, [], `blamed as well: ${findings}`);
}

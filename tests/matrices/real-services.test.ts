/**
 * Services on real frameworks (tests/services): the right ones are green with every seed in every layout, and of each
 * fault the clause is found that it breaks. BYOC_SERVICE_SEEDS is the number of seeds for each layout, 1 when absent.
 *
 * What the suite judges wrongly today stands in the list with the reason. Such a row fails as soon as the suite is
 * right, so the list can only shrink.
 */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Level } from '../../engine/service/run-options.js';
import { clauses } from '../../schemas/clauses/clauses.js';
import { editionOfLayout, type Layout } from '../../schemas/editions/editions.js';
import type { RunRecord } from '../../schemas/record/run-record.js';
import { clausesWith, runAgainst } from '../quick/end-to-end/run-against.js';
import { missing, startService } from '../services/harness.js';
import { type Service, type ServiceFault, services } from '../services/list.js';

const seeds = Array.from({ length: Number(process.env.BYOC_SERVICE_SEEDS ?? 1) }, (_, index) => index + 1);

/** Owed by connectors only: a service can at most be observed. */
const notOwed: ReadonlySet<string> = new Set(clauses.filter(({ owes }) => owes === 'connector').map(({ id }) => id));

test('there are at least ten services with three faults each', () => {
  assert.ok(services.length >= 10, `${services.length} services`);
  for (const { name, faults } of services) assert.ok(faults.length >= 3, `${name} has ${faults.length} faults`);
});

for (const service of services) {
  // One after another: each has processes of its own, and a race wants the machine for itself.
  describe(service.stack, async () => {
    const lacks = await missing(service);
    // In CI nothing may be missing: there a test without what it needs fails.
    const skip = lacks !== undefined && process.env.CI === undefined ? lacks : false;

    for (const layout of service.layouts) {
      test(`is green in the layout ${layout}`, { skip }, async () => {
        for (const seed of seeds) assertGreen(await held(service, layout, 'standard', seed), service, layout, seed);
      });
    }

    for (const fault of service.faults) {
      const words = fault.missedToday === undefined ? 'is found' : 'is missed today';
      test(`${fault.id} ${words} under ${fault.clause}`, { skip }, async () => {
        const record = await held(service, fault.layout ?? service.layouts[0] ?? 'parts', fault.level, 1, fault.id);
        assertFound(record, fault);
      });
    }
  });
}

/** A run against the service, which lives as long as the run. */
async function held(
  service: Service,
  layout: Layout,
  level: Level,
  seed: number,
  fault?: string,
): Promise<RunRecord> {
  const edition = editionOfLayout(layout);
  const running = await startService(service, edition, fault);
  try {
    return await runAgainst(running.baseUrl, running.credentials, { layout, edition, level, seed, concurrency: 8 });
  } finally {
    await running.stop();
  }
}

/** Nothing red and nothing undecided but what the list expects; every clause that a service owes was exercised. */
function assertGreen(record: RunRecord, { wrongToday = [] }: Service, layout: Layout, seed: number): void {
  const wrong = wrongToday.filter((row) => row.layouts === undefined || row.layouts.includes(layout));
  const expected = new Set<string>(wrong.map(({ clause }) => clause));
  const findings = record.findings.filter(({ verdict }) => verdict !== 'observed');
  const unexpected = findings.filter(({ clause }) => !expected.has(clause));
  assert.deepEqual(unexpected.map(told), [], `seed ${seed}`);
  const notGreen = record.clauses.filter(({ id, verdict }) => !isGreen(verdict) && !notOwed.has(id)).map(({ id }) => id);
  assert.deepEqual(notGreen.sort(), [...expected].sort(), `seed ${seed}: what is red, undecided or not exercised`);
}

function assertFound(record: RunRecord, { clause, also = [], missedToday, what }: ServiceFault): void {
  const red = clausesWith(record, 'nonconformant');
  const found = red.includes(clause);
  const findings = record.findings.filter(({ verdict }) => verdict !== 'observed').map(told);
  if (missedToday !== undefined) {
    assert.ok(!found, `${what} It is found now: take missedToday out of the list.`);
    return;
  }
  assert.ok(found, `${what} Missed. Found was: ${findings.join('\n')}`);
  const innocent = red.filter((id) => id !== clause && !also.some((other) => other === id));
  assert.deepEqual(innocent, [], `${what} Blamed as well: ${findings.join('\n')}`);
}

const isGreen = (verdict: string): boolean => verdict === 'conformant' || verdict === 'observed';

function told({ clause, verdict, label, got }: RunRecord['findings'][number]): string {
  return `${clause} ${verdict}: ${label}: ${got}`;
}

/** What carries more than one unusual thing and is refused blames none of them until it is reduced to what it takes. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Probe } from '../../../../engine/service/probe.js';
import { keepsInEverySpelling } from '../../../../engine/service/probes/same-pair.js';
import { acceptsAnything, refusesAnyViolation } from '../../../../engine/service/probes/searches.js';
import { keepsOverSequences } from '../../../../engine/service/probes/sequences.js';
import { type Call, contextOn, type Given, InMemoryService } from './in-memory-service.js';

async function blamedBy(probe: Probe, answer: (call: Call) => Given | undefined): Promise<readonly string[]> {
  const context = contextOn(new InMemoryService({ answer }), { level: 'standard', seed: 5 });
  await probe.run(context);
  const { findings } = context.ledger.outcome({ name: 'A place', probes: [] }, probe, 0, 0);
  return [...new Set(findings.map(({ clause, verdict }) => `${clause}: ${verdict}`))];
}

const headOf = ({ request }: Call): string => request.fields.map((field) => field.join(': ')).join('\n');

/** Knows the parameter by its usual name alone, as some form readers do. */
const refusesUpperBoundary = (call: Call): Given | undefined =>
  call.pair !== undefined && /BOUNDARY=/.test(headOf(call)) ? 400 : undefined;

/** Takes no characters of four bytes, as some columns do. */
const refusesFourBytes = ({ pair, request }: Call): Given | undefined =>
  pair !== undefined && /[\u{10000}-\u{10ffff}]/u.test(`${pair.subject}${Buffer.from(request.body)}`) ? 400 : undefined;

const searches = {
  'a random request': acceptsAnything('answer/success/status'),
  'a sequence': keepsOverSequences('behaviour/same-pair/for-ever'),
  'a repeat in another spelling': keepsInEverySpelling('behaviour/same-pair/spelling'),
};

for (const [what, probe] of Object.entries(searches)) {
  test(`${what} blames the spelling that is refused alone`, async () => {
    assert.deepEqual(await blamedBy(probe, refusesUpperBoundary), ['headers/content-type/any-spelling: nonconformant']);
  });
}

for (const probe of [acceptsAnything('answer/success/status'), refusesAnyViolation('answer/refusal/status')]) {
  test(`${probe.title}: a subject that is refused for itself blames nothing else`, async () => {
    const blamed = await blamedBy(probe, refusesFourBytes);
    const others = blamed.filter((one) => one !== 'body/participants/subject/any-text: nonconformant');
    assert.deepEqual(others, []);
  });
}

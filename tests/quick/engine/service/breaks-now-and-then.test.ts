/** A service that breaks down now and then is called that, and no clause that it keeps is red for it; what breaks it each time is. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ProbeContext } from '../../../../engine/service/probe-context.js';
import { type RefusalCase, refuse } from '../../../../engine/service/refuse.js';
import { mapHeader } from '../../../../generators/spellings/spelling.js';
import type { ClauseId } from '../../../../schemas/clauses/clauses.js';
import { type Call, contextOn, type Given, InMemoryService } from './in-memory-service.js';

const clauses = ['headers/org-id/length', 'headers/org-id/characters', 'headers/request-id/format'] as const;

function casesOf(context: ProbeContext, clause: ClauseId): readonly RefusalCase[] {
  return Array.from({ length: 12 }, (_, index) => {
    const slug = `case-${index}`;
    const difference = { at: { in: 'header', name: 'OrgId' }, control: 'whole', case: slug } as const;
    const make = () => mapHeader(context.conforming(context.pair(clause)), 'OrgId', () => slug);
    return { clause, case: { slug }, label: slug, difference, make };
  });
}

/** The clauses that are told, with their verdicts. */
async function told(answer: (call: Call) => Given | undefined): Promise<readonly string[]> {
  const context = contextOn(new InMemoryService({ answer }));
  for (const clause of clauses) await refuse(context, context.pair(clause), casesOf(context, clause));
  const probe = { clause: 'headers/org-id/length', title: '', run: () => Promise.resolve() } as const;
  const { findings } = context.ledger.outcome({ name: '', probes: [] }, probe, 0, 0);
  return [...new Set(findings.map(({ clause, verdict }) => `${clause} ${verdict}`))].sort();
}

for (const [what, every, given] of [
  ['every seventeenth call', 17, 502],
  ['every fourth call', 4, 'cut-answer'],
  ['every fifth call', 5, 500],
] as const) {
  test(`${what} breaks down, whatever it is`, async () => {
    const found = await told(({ number }) => (number % every === 0 ? given : undefined));
    // A control that broke down proves nothing, and blames nothing.
    const red = found.filter((one) => one.endsWith(' nonconformant'));
    assert.deepEqual(red, ['behaviour/new-conversation nonconformant']);
  });
}

test('every ninth call of a kept connection breaks down, whatever it is', async () => {
  let kept = 0;
  const found = await told(({ connection }) => {
    kept += connection === 1 ? 1 : 0;
    return connection === 1 && kept % 9 === 0 ? 500 : undefined;
  });
  assert.ok(!found.some((one) => one.startsWith('headers/')), found.join());
});

test('one case breaks it down every other time, and nothing else does', async () => {
  let times = 0;
  const found = await told(({ pair, request }) => {
    const isIt = pair === undefined && request.fields.some(([, value]) => value === 'case-3');
    times += isIt ? 1 : 0;
    return isIt && times % 2 === 1 ? 500 : undefined;
  });
  assert.ok(found.includes('headers/org-id/length nonconformant'), found.join());
});

test('what is taken once is red, however often everything breaks down', async () => {
  let times = 0;
  const found = await told(({ pair, request, number }) => {
    const isIt = pair === undefined && request.fields.some(([, value]) => value === 'case-3');
    times += isIt ? 1 : 0;
    if (isIt) return [500, undefined, 202][(times - 1) % 3];
    return number % 5 === 0 ? 500 : undefined;
  });
  assert.ok(found.includes('headers/org-id/length nonconformant'), found.join());
});

test('one case breaks it down each time', async () => {
  const found = await told(({ pair, request }) =>
    pair === undefined && request.fields.some(([, value]) => value === 'case-3') ? 500 : undefined,
  );
  assert.ok(found.includes('headers/org-id/length nonconformant'), found.join());
});

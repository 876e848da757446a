/** What only connections that carried others have is blamed on the connection, and the run goes on without them. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { accept } from '../../../../engine/service/accept.js';
import { plainCase } from '../../../../engine/service/plain-cases.js';
import { contextOn, InMemoryService } from './in-memory-service.js';

test('a connection that wears out is found once, and what comes after it is judged on new ones', async () => {
  let kept = 0;
  const service = new InMemoryService({
    answer: ({ connection }) => {
      kept += connection === 1 ? 1 : 0;
      return connection === 1 && kept >= 20 ? 401 : undefined;
    },
  });
  const context = contextOn(service);
  for (let index = 0; index < 60; index += 1) {
    const pair = context.pair(`person-${index}`);
    const { through, identifier } = await accept(context, { ...plainCase('a-new-pair'), pair });
    assert.ok(through && identifier === context.history.identifierOf(pair), pair.subject);
  }
  const { findings } = context.ledger.outcome(
    { name: 'A place', probes: [] },
    { clause: 'answer/success/status', title: '', run: () => Promise.resolve() },
    0,
    0,
  );
  assert.deepEqual(
    findings.map(({ clause, verdict, confirmed }) => [clause, verdict, confirmed]),
    [['behaviour/same-pair/connection', 'nonconformant', 'on kept connections']],
  );
});

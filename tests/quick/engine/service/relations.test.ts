/** Relations in the run: what a service merges is told by its rule, and what it refuses takes no relation of other texts with it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { keepsNeighboursApart } from '../../../../engine/service/probes/different-pairs.js';
import { selectRelations, standardBudget } from '../../../../generators/identities/relations/select.js';
import { findingId } from '../../../../text/finding-id.js';
import { judgeHistory } from '../../../../verdicts/service/judge-history.js';
import type { Pair } from '../../../../wire/codecs/pair-reader.js';
import { type Call, contextOn, type Given, InMemoryService } from './in-memory-service.js';

const clause = 'behaviour/different-pair/subject';

async function runOn(options: {
  readonly answer?: (call: Call) => Given | undefined;
  readonly fold?: (subject: string) => string;
  readonly level?: 'standard' | 'deep';
}) {
  const { answer, fold = (subject) => subject, level = 'standard' } = options;
  const asked: string[] = [];
  const service = new InMemoryService({
    answer: (call) => {
      if (call.pair !== undefined) asked.push(call.pair.subject);
      return answer?.(call);
    },
    identify: ({ pair, service: store }) => store.lookUp({ ...pair, subject: fold(pair.subject) }),
  });
  const context = contextOn(service, { level });
  const probe = keepsNeighboursApart(clause);
  await probe.run(context);
  const outcome = context.ledger.outcome({ name: 'A place', probes: [] }, probe, 0, 0);
  const findings = [...outcome.findings, ...judgeHistory(context.history.observations)];
  const red = findings.filter(({ verdict }) => verdict !== 'observed');
  return { asked, red, ids: [...new Set(red.map(findingId))], requests: service.counts.requests };
}

const refusing =
  (isRefused: (pair: Pair) => boolean) =>
  ({ pair }: Call): Given | undefined =>
    pair !== undefined && isRefused(pair) ? 400 : undefined;

test('a right service is asked in the requests that the level has for it, and nothing is told', async () => {
  const { red, requests } = await runOn({});
  assert.deepEqual(red, []);
  assert.ok(requests <= standardBudget, `${requests}`);
});

test('a store without four-byte characters: any-text is red by few findings, and what it can hold is still asked for', async () => {
  const isBeyond = (subject: string): boolean => /[\u{10000}-\u{10ffff}]/u.test(subject);
  const { red, ids, asked, requests } = await runOn({ answer: refusing(({ subject }) => isBeyond(subject)) });
  assert.deepEqual(
    [...new Set(red.filter(({ verdict }) => verdict === 'nonconformant').map((one) => one.clause))].sort(),
    ['body/participants/subject/any-text'],
  );
  assert.ok(ids.length <= 4, ids.join(', '));
  assert.ok(requests <= 2 * standardBudget, `${requests}`);
  const held = selectRelations(standardBudget).flatMap(({ members }) =>
    members.place === 'inside' && !isBeyond(members.plain + members.other) ? [members.other] : [],
  );
  const accepted = asked.filter((subject) => !isBeyond(subject));
  const lost = held.filter((other) => !accepted.some((subject) => subject.includes(`-${other}-`)));
  assert.deepEqual(lost, []);
});

test('a column of 100 characters: the length is blamed and no text', async () => {
  const { red } = await runOn({ answer: refusing(({ subject }) => Array.from(subject).length > 100) });
  const broken = red.filter(({ verdict }) => verdict === 'nonconformant').map((one) => one.clause);
  assert.deepEqual([...new Set(broken)], ['body/participants/subject/length-255']);
});

test('a refusal beyond 255 characters is none, and a cut there is told under its own clause', async () => {
  const isLong = ({ subject }: Pair): boolean => Array.from(subject).length > 255;
  assert.deepEqual((await runOn({ level: 'deep', answer: refusing(isLong) })).red, []);
  const cut = (subject: string): string => Array.from(subject).slice(0, 255).join('');
  const { red } = await runOn({ level: 'deep', fold: cut });
  assert.deepEqual([...new Set(red.map((one) => one.clause))], ['body/participants/subject/beyond-255']);
});

const folds: readonly (readonly [slug: string, fold: (subject: string) => string])[] = [
  ['merged-by-lower-case', (subject) => subject.toLowerCase()],
  ['merged-by-nfkc', (subject) => subject.normalize('NFKC')],
  ['merged-by-padding', (subject) => subject.replace(/ +$/, '')],
];

for (const [slug, fold] of folds) {
  test(`${slug}: one finding with all pairs, shown by a short one`, async () => {
    const { red } = await runOn({ fold });
    const [found, ...more] = red.filter((one) => one.clause === clause);
    assert.deepEqual(more, []);
    assert.deepEqual([found?.case.slug, found?.history, found?.steps?.length], [slug, 'merge of neighbours', 2]);
    assert.ok((found?.difference?.case.length ?? 999) < 40, found?.difference?.case);
    for (const { control, case: other } of found?.merged ?? []) assert.equal(fold(control), fold(other));
  });
}

test('two rules are two findings', async () => {
  const { red } = await runOn({ fold: (subject) => subject.toLowerCase().replace(/^whatsapp:/, '') });
  const ids = red.filter((one) => one.clause === clause).map((one) => one.case.slug);
  assert.ok(ids.includes('merged-by-lower-case') && ids.length > 1 && ids.length <= 3, ids.join(', '));
});

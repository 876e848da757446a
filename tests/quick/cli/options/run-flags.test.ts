/** Holds the defaults of `run` and the exact answer to every option value that cannot be followed. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { UsageError } from '../../../../cli/errors/usage-error.js';
import { type RawRunFlags, readRunFlags } from '../../../../cli/options/run-flags.js';

const faults = ['org-id/accepts-18', 'role/any'];

test('what is not given gets its default', () => {
  const { seed, ...rest } = readRunFlags({}, faults);
  assert.deepEqual(rest, {
    edition: '61.0',
    layout: 'parts',
    besides: [],
    level: 'standard',
    only: [],
    faults: [],
    out: 'conformance-report',
    yes: false,
    gate: 'all',
  });
  assert.ok(Number.isInteger(seed) && seed >= 0 && seed < 2 ** 32);
});

test('seeds drawn at random differ', () => {
  const seeds = new Set(Array.from({ length: 8 }, () => readRunFlags({}, faults).seed));
  assert.ok(seeds.size > 1);
});

test('every option is read', () => {
  const raw: RawRunFlags = {
    baseUrl: 'https://h/api',
    layout: 'json-part',
    level: 'deep',
    seed: '4294967295',
    only: ['headers/org-id/', 'headers/org-id', 'body/participants/role/value'],
    maxRequests: '500',
    rate: '0.5',
    reuseSubjects: true,
    concurrency: '256',
    memory: '10m',
    fault: ['role/any', 'role/any'],
    out: 'there',
    yes: true,
  };
  assert.deepEqual(readRunFlags(raw, faults), {
    baseUrl: 'https://h/api',
    edition: '61.0',
    layout: 'json-part',
    besides: [],
    level: 'deep',
    seed: 4294967295,
    only: ['headers/org-id', 'body/participants/role/value'],
    maxRequests: 500,
    rate: 0.5,
    reuseSubjects: true,
    concurrency: 256,
    memoryMs: 600_000,
    faults: ['role/any'],
    out: 'there',
    yes: true,
    gate: 'all',
  });
});

test('an edition given twice is judged beside the first, in the layout that fits it', () => {
  const { edition, layout, besides } = readRunFlags({ edition: ['65.0', '61.0', '65.0'] }, faults);
  assert.deepEqual([edition, layout, besides], ['65.0', 'json', [{ edition: '61.0', layout: 'parts' }]]);
});

const seedRange = '--seed must be a whole number from 0 to 4294967295, not';
const rateRange = '--rate must be a number greater than 0 and at most 2000, not';
const clauseList = 'all clause ids are listed by: byoc-conformance clauses';
const rows: readonly (readonly [RawRunFlags, string, string?])[] = [
  [{ level: 'standart' }, '--level must be smoke, standard or deep, not "standart"', 'did you mean standard?'],
  [{ level: 'x' }, '--level must be smoke, standard or deep, not "x"'],
  [{ edition: ['62.0'] }, '--edition must be 61.0 or 65.0, not "62.0"', 'did you mean 61.0 or 65.0?'],
  [{ edition: ['61.0', '6'] }, '--edition must be 61.0 or 65.0, not "6"'],
  [{ layout: 'part' }, '--layout must be parts, json-part or json, not "part"', 'did you mean parts?'],
  [
    { layout: 'json' },
    '--layout json does not fit edition 61.0, which takes multipart/form-data only',
    'leave it out, use --layout parts or --layout json-part, or judge by --edition 65.0',
  ],
  [
    { edition: ['65.0', '61.0'], layout: 'parts' },
    '--layout parts does not fit edition 65.0, which takes application/json only',
    'leave it out, use --layout json, or judge by --edition 61.0',
  ],
  [{ only: ['body/json'] }, '--only: body/json is no part of edition 61.0', 'add --edition 65.0'],
  [
    { only: ['body/multipart/well-formed'], edition: ['65.0'] },
    '--only: body/multipart/well-formed is no part of edition 65.0',
    'add --edition 61.0',
  ],
  [{ seed: '-1' }, `${seedRange} "-1"`],
  [{ seed: '4294967296' }, `${seedRange} "4294967296"`],
  [{ seed: '1.5' }, `${seedRange} "1.5"`],
  [{ seed: '1e3' }, `${seedRange} "1e3"`],
  [{ seed: '' }, `${seedRange} ""`],
  [{ maxRequests: '0' }, '--max-requests must be a whole number from 1 to 100000000, not "0"'],
  [{ rate: '0' }, `${rateRange} "0"`],
  [{ rate: '-5' }, `${rateRange} "-5"`],
  [{ rate: 'fast' }, `${rateRange} "fast"`],
  [{ memory: '10' }, '--memory must be a time such as 90s, 10m or 2h, not "10"'],
  [{ memory: '1d' }, '--memory must be a time such as 90s, 10m or 2h, not "1d"'],
  [{ concurrency: '257' }, '--concurrency must be a whole number from 1 to 256, not "257"'],
  [{ only: ['org-id'] }, '--only: there is no "org-id"', 'did you mean headers/org-id?'],
  [{ only: ['headers/org'] }, '--only: there is no "headers/org"', 'did you mean headers/org-id?'],
  [
    { only: ['headers/org-id/lenght'] },
    '--only: there is no "headers/org-id/lenght"',
    'did you mean headers/org-id/length?',
  ],
  [{ only: ['zzzzzzzzzzzzzzz'] }, '--only: there is no "zzzzzzzzzzzzzzz"', clauseList],
  [{ only: [''] }, '--only: there is no ""', clauseList],
  [{ fault: ['role/anny'] }, '--fault: there is no "role/anny"', 'did you mean role/any?'],
  [
    { fault: ['nothing-like-it'] },
    '--fault: there is no "nothing-like-it"',
    'all faults are listed by: byoc-conformance mock --list-faults',
  ],
  [{ out: '' }, '--out must name a directory, not nothing'],
];

for (const [raw, message, advice] of rows) {
  test(`refuses ${JSON.stringify(raw)}`, () => {
    const expected = advice === undefined ? { message } : { message, advice };
    assert.throws(
      () => readRunFlags(raw, faults),
      (error) => {
        assert.ok(error instanceof UsageError);
        assert.deepEqual(error.problems, [expected]);
        return true;
      },
    );
  });
}

test('all problems are told at once', () => {
  assert.throws(
    () => readRunFlags({ level: 'x', seed: 'x', only: ['x', 'headers'], rate: 'x' }, faults),
    (error) => error instanceof UsageError && error.problems.length === 4,
  );
});

/** Holds the defaults of `run` and the exact answer to every option value that cannot be followed. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { UsageError } from '../../../../settings/errors/usage-error.js';
import { asFlag, asVariable } from '../../../../settings/options/declaration.js';
import type { GivenOptions } from '../../../../settings/options/read-options.js';
import { readRunChoices, runOptionsOf } from '../../../../settings/options/run-choices.js';

const faults = [{ id: 'org-id/accepts-18' }, { id: 'role/any' }];
const read = (given: GivenOptions) => readRunChoices(given, { spelling: asFlag, faults });

test('what is not given gets its default', () => {
  const { seed, ...rest } = read({});
  assert.deepEqual(rest, {
    operation: 'establish-conversation',
    edition: '61.0',
    layout: 'parts',
    besides: [],
    level: 'standard',
    only: [],
    fault: [],
    out: 'conformance-report',
    reuseSubjects: false,
    check: false,
    yes: false,
    gate: 'all',
  });
  assert.ok(Number.isInteger(seed) && seed >= 0 && seed < 2 ** 32);
});

test('seeds drawn at random differ', () => {
  const seeds = new Set(Array.from({ length: 8 }, () => read({}).seed));
  assert.ok(seeds.size > 1);
});

test('every option is read', () => {
  const raw: GivenOptions = {
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
  assert.deepEqual(read(raw), {
    baseUrl: 'https://h/api',
    operation: 'establish-conversation',
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
    memory: 600_000,
    fault: ['role/any'],
    out: 'there',
    check: false,
    yes: true,
    gate: 'all',
  });
});

test('another edition is judged beside the first, in the layout that fits it', () => {
  const { edition, layout, besides } = read({ edition: ['65.0', '61.0'] });
  assert.deepEqual([edition, layout, besides], ['65.0', 'json', [{ edition: '61.0', layout: 'parts' }]]);
});

const seedRange = '--seed must be a whole number from 0 to 4294967295, not';
const rateRange = '--rate must be a number greater than 0 and at most 2000, not';
const clauseList = 'all clause ids are listed by: byoc-conformance clauses';
const rows: readonly (readonly [GivenOptions, string, string?])[] = [
  [{ level: 'standart' }, '--level must be smoke, standard or deep, not "standart"', 'did you mean standard?'],
  [{ level: 'x' }, '--level must be smoke, standard or deep, not "x"'],
  [{ operation: 'establish' }, '--operation: there is no "establish"', 'the operations are establish-conversation'],
  [{ edition: ['62.0'] }, '--edition must be 61.0 or 65.0, not "62.0"', 'did you mean 61.0 or 65.0?'],
  [{ edition: ['65.0', '65.0'] }, '--edition 65.0 is given twice', 'give it once, or another edition beside it'],
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

for (const [given, message, advice] of rows) {
  test(`refuses ${JSON.stringify(given)}`, () => {
    // What does not fit the edition is wrong, not the edition.
    const option = Object.keys(given).find((name) => name !== 'edition') ?? 'edition';
    assert.throws(
      () => read(given),
      (error) => {
        assert.ok(error instanceof UsageError);
        assert.deepEqual(error.problems, [{ option, message, ...(advice === undefined ? {} : { advice }) }]);
        return true;
      },
    );
  });
}

test('all problems are told at once', () => {
  assert.throws(
    () => read({ level: 'x', seed: 'x', only: ['x', 'headers'], rate: 'x' }),
    (error) => error instanceof UsageError && error.problems.length === 4,
  );
});

test('a fault that cannot be found in the edition is told with the others', () => {
  const known = [{ id: 'multipart/x', clause: 'body/multipart/well-formed' }];
  assert.throws(
    () => readRunChoices({ edition: ['65.0'], fault: ['multipart/x'], rate: 'x' }, { spelling: asFlag, faults: known }),
    (error) =>
      error instanceof UsageError &&
      error.message.endsWith('--fault: multipart/x is no part of edition 65.0') &&
      error.problems.length === 2,
  );
});

test('what the engine is asked for: a rate with its reason, requests at once by the kind of target', () => {
  const target = {
    kind: 'service',
    baseUrl: new URL('https://org.example/api'),
    credentials: { accessToken: 't', orgId: 'o', authorizationContext: 'a', channels: ['c'] },
    faults: [],
  } as const;
  const here = { ...target, kind: 'embedded mock', baseUrl: new URL('http://127.0.0.1:1/api') } as const;
  const given = read({ seed: '1', memory: '10m', reuseSubjects: true });
  assert.deepEqual(runOptionsOf(given, target, asFlag), {
    target,
    operation: 'establish-conversation',
    level: 'standard',
    layout: 'parts',
    edition: '61.0',
    seed: 1,
    only: [],
    rate: 20,
    rateFrom: 'the default for a service that is not on this machine',
    reuseSubjects: true,
    memoryMs: 600_000,
    concurrency: 8,
  });
  const plain = runOptionsOf(read({}), here, asFlag);
  assert.deepEqual([plain.rate, plain.concurrency, 'reuseSubjects' in plain], [undefined, 16, false]);
  const asked = runOptionsOf(read({ rate: '5', concurrency: '3' }), here, asVariable);
  assert.deepEqual([asked.rate, asked.rateFrom, asked.concurrency], [5, 'as BYOC_RATE says', 3]);
});

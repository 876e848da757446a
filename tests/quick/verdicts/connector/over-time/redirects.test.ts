/** What follows a redirect is known by the address that the answer named, once; what is wrong there is told and not red. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { behindRedirect, Redirects } from '../../../../../verdicts/connector/over-time/redirects.js';
import { requestWith } from '../some-contract.js';

interface Seen {
  readonly target: string;
  readonly status?: number;
  readonly location?: string;
}

/** Which of these requests follow a redirect. */
function following(...seen: readonly Seen[]): readonly boolean[] {
  const redirects = new Redirects();
  return seen.map(({ target, status = 202, location }) => {
    const answer = {
      httpVersion: '1.1',
      status,
      reason: '',
      fields: location === undefined ? [] : ([['Location', location]] as const),
      body: Buffer.alloc(0),
      sentMs: 1,
    };
    return redirects.take({ ...requestWith({}, ''), target, answer });
  });
}

const rows: readonly (readonly [what: string, seen: readonly Seen[], follows: readonly boolean[]])[] = [
  ['a relative address', [{ target: '/a', status: 307, location: '/b?c=1' }, { target: '/b?c=1' }], [false, true]],
  ['a whole address', [{ target: '/a', status: 308, location: 'http://h:1/b' }, { target: '/b' }], [false, true]],
  ['another address', [{ target: '/a', status: 307, location: '/b' }, { target: '/c' }], [false, false]],
  [
    'only once',
    [{ target: '/a', status: 307, location: '/b' }, { target: '/b' }, { target: '/b' }],
    [false, true, false],
  ],
  ['a redirect to itself', [{ target: '/a', status: 307, location: '/a' }, { target: '/a' }], [false, false]],
  [
    'the address of a created resource',
    [{ target: '/a', status: 201, location: '/b' }, { target: '/b' }],
    [false, false],
  ],
  ['no address', [{ target: '/a', status: 307 }, { target: '/a' }], [false, false]],
  [
    'no address that can be read',
    [{ target: '/a', status: 307, location: 'http://[' }, { target: '/a' }],
    [false, false],
  ],
  ['a target that is none', [{ target: 'http://[', status: 307, location: '/b' }, { target: '/b' }], [false, true]],
];

for (const [what, seen, follows] of rows) {
  test(`follows a redirect: ${what}`, () => assert.deepEqual(following(...seen), follows));
}

test('what was found behind a redirect is observed, with what to do', () => {
  const found = { clause: 'operation/endpoint', verdict: 'nonconformant', message: 'GET came.', advice: 'a' } as const;
  const { verdict, message, advice } = behindRedirect(found);
  assert.deepEqual([verdict, message], ['observed', 'Behind a redirect: GET came.']);
  assert.match(advice, /follow no redirect/);
});

/** Errors before and while requests are sent: consent, pace, proxies, certificates, the first control, Playwright. */
import type { TestContext } from 'node:test';
import { createMock } from '../../../../endpoints/mock/mock.js';
import { connectFailure } from '../../../../endpoints/sender/failure.js';
import { readProxy } from '../../../../endpoints/sender/proxy.js';
import { reuseWarning } from '../../../../engine/service/reuse-subjects.js';
import { tellMishaps } from '../../../../playwright/conformance-reporter.js';
import { shardConflict } from '../../../../playwright/leaving.js';
import { readPlaywrightOptions, refuseWithoutReporter } from '../../../../playwright/options.js';
import { clausesOf } from '../../../../schemas/clauses/clauses.js';
import { checkProxy, networkWarnings } from '../../../../settings/network.js';
import { runVerdict } from '../../../../verdicts/record/run-verdict.js';
import { settings } from '../../cli/sample.js';
import { runCommandLine, standIn } from '../../cli/stand-ins.js';
import { runAgainst, sharedKeys } from '../../end-to-end/run-against.js';
import { answerOf, rawServer, request, senderFor } from '../../endpoints/sender/raw-server.js';
import { ending, tally } from '../../verdicts/samples.js';
import { type ErrorCase, refusedOptions, thrown } from './error-case.js';

/** As the terminal begins. */
export const undecided = (reason: string): string => `? UNDECIDED: ${reason}`;

/** As Playwright prints it. */
async function refusedVariables(env: Record<string, string>): Promise<string> {
  const told = await thrown(() => readPlaywrightOptions({ env, cwd: '/work', readFile: () => undefined }));
  return told.replace('error', 'Error');
}

/** The lines of the error, without the plan before them. */
async function refusedRun(t: TestContext, flags: readonly string[]): Promise<string> {
  const dependencies = standIn({
    listFaults: async () => [{ id: 'org-id/accepts-18', summary: 's', clause: 'headers/org-id/length' }],
  });
  const { stderr } = await runCommandLine(t, ['run', ...flags], { env: settings, terminal: false, dependencies });
  return stderr.slice(stderr.indexOf('error: ')).trimEnd();
}

function withProxy(value: string, act: () => unknown): Promise<string> {
  const before = process.env.HTTPS_PROXY;
  process.env.HTTPS_PROXY = value;
  return thrown(act).finally(() => {
    if (before === undefined) delete process.env.HTTPS_PROXY;
    else process.env.HTTPS_PROXY = before;
  });
}

async function refusedByProxy(t: TestContext): Promise<string> {
  const answer = 'HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 0\r\n\r\n';
  const proxy = await rawServer(
    t,
    () => {},
    (socket) => void socket.once('data', () => socket.end(answer)),
  );
  const sender = senderFor(t, new URL('https://example.my.salesforce-scrt.com/api'), {
    proxy: readProxy(proxy.url.origin),
  });
  const { failure } = await sender.send(request);
  return (failure?.message ?? answerOf(0).toString()).replaceAll(proxy.url.host, 'proxy.example:3128');
}

async function refusedToken(): Promise<string> {
  const mock = await createMock({ keys: await sharedKeys() });
  const { baseUrl, close } = await mock.listen();
  try {
    const credentials = { ...mock.credentials, channels: ['a-channel'], accessToken: '00D000000000001!no.such.token' };
    const { reason } = await runAgainst(baseUrl, credentials, { level: 'smoke', only: ['headers/org-id/length'] });
    return undecided(reason);
  } finally {
    await close();
  }
}

async function unreachable(): Promise<string> {
  const credentials = {
    accessToken: '00D000000000001!a.token',
    orgId: '00D000000000001',
    authorizationContext: 'Acme1_Support1',
    channels: ['a-channel'],
  };
  const { reason } = await runAgainst('http://127.0.0.1:9/api', credentials, {
    level: 'smoke',
    only: ['headers/org-id/length'],
  });
  return undecided(reason);
}

function shardsApart(): string {
  const at = (baseUrl: string) => ({ info: { target: { baseUrl } } }) as never;
  return shardConflict([at('http://127.0.0.1:40001/api'), at('http://127.0.0.1:40002/api')]) ?? '';
}

function beyondBudget(): string {
  const results = clausesOf('61.0')
    .filter(({ owes }) => owes !== 'connector')
    .slice(0, 64)
    .map((clause, index) => ({
      ...clause,
      cases: tally(0),
      ...(index < 54
        ? ({ verdict: 'conformant' } as const)
        : ({ verdict: 'not exercised', cause: 'budget spent' } as const)),
    }));
  return undecided(runVerdict(results, ending({ budget: { maxRequests: 50, levelRequests: 2_000 } })).reason);
}

export const sendingCases: readonly ErrorCase[] = [
  { section: '"... is not on this machine, and nobody is here to be asked"', text: (t) => refusedRun(t, []) },
  {
    section: '"--rate must be a number greater than 0 and at most 2000"',
    text: () => refusedOptions({ rate: '5000' }),
  },
  {
    section: '"BYOC_YES is 1 or 0", "BYOC_REUSE_SUBJECTS is 1 or 0"',
    text: () => refusedVariables({ BYOC_YES: 'maybe' }),
  },
  {
    section: '"HTTPS_PROXY (or ALL_PROXY) must be an http or https URL"',
    text: () =>
      withProxy('socks5://proxy.example:1080', () => checkProxy(new URL('https://example.my.salesforce-scrt.com/api'))),
  },
  { section: '"the proxy ... answered 407 to CONNECT", "no way through the proxy"', text: refusedByProxy },
  {
    section: '"certificate of ... is not trusted"',
    text: () => {
      const error = Object.assign(new Error(), { code: 'SELF_SIGNED_CERT_IN_CHAIN' });
      return connectFailure(error, 'example.my.salesforce-scrt.com:443', true).message;
    },
  },
  {
    section: '"NODE_TLS_REJECT_UNAUTHORIZED=0 is set and not followed"',
    text: () => `warning: ${networkWarnings({ NODE_TLS_REJECT_UNAUTHORIZED: '0' }).join()}`,
  },
  { section: '"not exercised: --reuse-subjects"', text: () => `! ${reuseWarning}` },
  {
    section: '"--fault works with the embedded mock only, and a service is configured"',
    text: (t) => refusedRun(t, ['--fault', 'org-id/accepts-18']),
  },
  { section: '"--out must name a directory, not nothing"', text: (t) => refusedRun(t, ['--out', '']) },
  { section: '"unknown option ..."', text: (t) => refusedRun(t, ['--levl', 'smoke']) },
  { section: '"The first control ... got 401"', text: refusedToken },
  { section: '"The first control ... got no answer"', text: unreachable },
  {
    section: '"BYOC_MAX_REQUESTS needs one process that counts"',
    text: () => refusedVariables({ BYOC_MAX_REQUESTS: '150' }),
  },
  {
    section: '"BYOC_EDITION names ... and npx playwright test judges by one edition at a time"',
    text: () => refusedVariables({ BYOC_EDITION: '61.0,65.0' }),
  },
  {
    section: '"the reporter of byoc-conformance must be among the reporters"',
    text: async () => (await thrown(() => refuseWithoutReporter([['list']]))).replace('error', 'Error'),
  },
  { section: '"... of the suite did not come to an end"', text: () => tellMishaps(1).trimEnd() },
  { section: '"The shards ran against different services"', text: shardsApart },
  { section: '"... clauses of 64 not exercised within the budget of ... requests"', text: beyondBudget },
];

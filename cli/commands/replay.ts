/** The command `replay`: sends recorded failures again and tells whether they are mended. */
import { resolve } from 'node:path';
import type { Target } from '../../engine/service/run-options.js';
import { isEditionId } from '../../schemas/editions/editions.js';
import type { ReplayCase } from '../../schemas/record/replay-case.js';
import { formatDuration } from '../../text/format.js';
import type { Context } from '../context.js';
import { SettingsError } from '../errors/settings-error.js';
import { UsageError, type UsageProblem } from '../errors/usage-error.js';
import { exitCode } from '../exit-code.js';
import { listenForInterrupt } from '../interrupt.js';
import { readRate } from '../options/rate.js';
import { type OptionResult, readInteger, readNames } from '../options/values.js';
import { isCi } from '../output/colour.js';
import { countOf } from '../output/count.js';
import { readSettings, type Settings } from '../settings/read-settings.js';
import { needsConsent } from './agree-to-plan.js';
import { checkProxy, networkWarnings } from './network.js';
import { openTarget } from './open-target.js';
import { withToken } from './with-token.js';

/** As commander hands them over. */
export interface RawReplayFlags {
  readonly baseUrl?: string;
  readonly config?: string;
  readonly rate?: string;
  readonly maxRequests?: string;
  readonly fault?: readonly string[];
  readonly yes?: boolean;
}

interface NamedCase {
  readonly file: string;
  readonly replay: ReplayCase;
}

/** A wait that people should be told of. */
const noticedMs = 2_000;

/** A service that is shared with others is asked gently, as by `run`. */
const remoteRate = 20;

/** 1 when one still fails, else 3 when one has changed or could not be judged, else 0. */
export async function replayCommand(files: readonly string[], raw: RawReplayFlags, context: Context): Promise<number> {
  const { surroundings, printer, dependencies } = context;
  const flags = await readFlags(raw, context);
  const settings = settingsOf(raw, context);
  const { readCase } = await import('../replay/read-case.js');
  const cases: NamedCase[] = [];
  for (const file of files) cases.push({ file, replay: await readCase(resolve(surroundings.cwd, file)) });
  if (settings.kind === 'service') checkProxy(settings.baseUrl);
  for (const warning of [...settings.warnings, ...networkWarnings(surroundings.env)])
    printer.note(`warning: ${warning}`);
  const edition = cases[0]?.replay.edition ?? '';
  const interrupt = listenForInterrupt(surroundings, () => printer.note('Stopping.'));
  const target = await openTarget(
    settings,
    { faults: flags.faults, edition: isEditionId(edition) ? edition : '61.0' },
    context,
  );
  try {
    if (!(await isAgreed(cases, target.target, raw.yes ?? false, interrupt.signal, context))) {
      printer.note('Nothing was sent.');
      return exitCode.inconclusive;
    }
    const asked = await withToken(target.target, printer, interrupt.signal);
    const { tellReplay } = await import('../replay/tell-replay.js');
    const rate = flags.rate ?? (needsConsent({ target: asked }) ? remoteRate : undefined);
    let worst: number = exitCode.conformant;
    for (const { file, replay } of cases) {
      const result = await dependencies.replayCase(replay, {
        target: asked,
        ...(rate === undefined ? {} : { rate }),
        ...(flags.maxRequests === undefined ? {} : { maxRequests: flags.maxRequests }),
        signal: interrupt.signal,
        onWait: (ms) => {
          if (ms >= noticedMs) printer.note(`Waiting ${formatDuration(ms)}, as long as lay between the calls then.`);
        },
      });
      printer.result(tellReplay(file, replay, result));
      const code = codes[result.result];
      if (worst !== exitCode.nonconformant && code !== exitCode.conformant) worst = code;
    }
    return worst;
  } finally {
    await target.close();
    interrupt.release();
  }
}

const codes = {
  FIXED: exitCode.conformant,
  STILL: exitCode.nonconformant,
  CHANGED: exitCode.inconclusive,
  INCONCLUSIVE: exitCode.inconclusive,
} as const;

async function readFlags(raw: RawReplayFlags, { dependencies }: Context) {
  const problems: UsageProblem[] = [];
  function take<T>(result: OptionResult<T> | undefined): T | undefined {
    if (result?.ok === false) problems.push(result.problem);
    return result?.ok === true ? result.value : undefined;
  }
  const known = raw.fault === undefined ? [] : (await dependencies.listFaults()).map(({ id }) => id);
  const faultList = 'all faults are listed by: byoc-conformance mock --list-faults';
  const faults = readNames('--fault', raw.fault ?? [], known, faultList).flatMap((one) => take(one) ?? []);
  const rate = take(raw.rate === undefined ? undefined : readRate('--rate', raw.rate));
  const most = 100_000_000;
  const maxRequests = take(
    raw.maxRequests === undefined ? undefined : readInteger('--max-requests', raw.maxRequests, 1, most),
  );
  if (problems.length > 0) throw new UsageError(problems);
  return { faults, rate, maxRequests };
}

function settingsOf(raw: RawReplayFlags, { surroundings: { env, cwd, readFile } }: Context): Settings {
  const { baseUrl, config } = raw;
  const flags = { ...(baseUrl === undefined ? {} : { baseUrl }), ...(config === undefined ? {} : { config }) };
  const result = readSettings({ flags, env, cwd, readFile });
  if (!result.ok) throw new SettingsError(result.problems);
  if (result.settings.kind === 'service' && (raw.fault ?? []).length > 0) {
    const message = '--fault works with the embedded mock only, and a service is configured';
    throw new UsageError([{ message, advice: 'leave out --fault, or unset the settings of the service' }]);
  }
  return result.settings;
}

/** Tells what is going to be sent, and asks where the target is not on this machine. */
async function isAgreed(
  cases: readonly NamedCase[],
  target: Target,
  yes: boolean,
  signal: AbortSignal,
  { surroundings: { confirm, env }, printer }: Context,
): Promise<boolean> {
  const { requestsOf, waitsOf } = await import('../../engine/service/replay/replay.js');
  const requests = cases.reduce((sum, { replay }) => sum + requestsOf(replay), 0);
  const waitMs = cases.reduce((sum, { replay }) => sum + waitsOf(replay), 0);
  const waits = waitMs < noticedMs ? '' : `, with waits of ${formatDuration(waitMs)}`;
  const host = target.baseUrl.host;
  printer.note(
    `Sending ${countOf(cases.length, 'failure')} again to ${host}: at most ${countOf(requests, 'request')}${waits}; conversations that they establish stay behind.`,
  );
  if (yes || !needsConsent({ target })) return true;
  if (confirm === undefined || isCi(env)) {
    const message = `${host} is not on this machine, and nobody is here to be asked whether it may get ${countOf(requests, 'request')}`;
    throw new UsageError([{ message, advice: 'nothing was sent: add --yes when they may be sent' }]);
  }
  return (await confirm('Send these requests? [y/N] ', signal)) && !signal.aborted;
}

/** The command `replay`: sends recorded failures again and tells whether they are mended. */
import { resolve } from 'node:path';
import type { Target } from '../../engine/service/run-options.js';
import { defaultEdition, isEditionId } from '../../schemas/editions/editions.js';
import type { ReplayCase } from '../../schemas/record/replay-case.js';
import { checkProxy, networkWarnings } from '../../settings/network.js';
import { refuseFaultsOfService } from '../../settings/open-target.js';
import { asFlag } from '../../settings/options/declaration.js';
import { type GivenOptions, readOptions } from '../../settings/options/read-options.js';
import { requireSettings } from '../../settings/read-settings.js';
import { withToken } from '../../settings/with-token.js';
import { needsConsent, rateFor } from '../../settings/without-harm.js';
import { formatDuration, plural } from '../../text/format.js';
import { exitCodes } from '../../verdicts/record/run-verdict.js';
import type { Context } from '../context.js';
import { isAllowed } from './consent.js';
import { withTarget } from './target.js';

interface NamedCase {
  readonly file: string;
  readonly replay: ReplayCase;
}

/** A wait that people should be told of. */
const noticedMs = 2_000;

/** 1 when one still fails, else 3 when one has changed or could not be judged, else 0. */
export async function replayCommand(given: GivenOptions, files: readonly string[], context: Context): Promise<number> {
  const { surroundings, printer, dependencies } = context;
  const faults = given.fault === undefined ? [] : await dependencies.listFaults();
  const choices = readOptions('replay', given, { spelling: asFlag, faults });
  const settings = requireSettings({ flags: choices, ...surroundings });
  refuseFaultsOfService(settings, choices.fault, asFlag);
  const { readCase } = await import('../replay/read-case.js');
  const cases: NamedCase[] = [];
  for (const file of files) cases.push({ file, replay: await readCase(resolve(surroundings.cwd, file)) });
  if (settings.kind === 'service') checkProxy(settings.baseUrl);
  for (const warning of [...settings.warnings, ...networkWarnings(surroundings.env)])
    printer.note(`warning: ${warning}`);
  const recorded = cases[0]?.replay.edition ?? '';
  const edition = isEditionId(recorded) ? recorded : defaultEdition;
  return withTarget(settings, { faults: choices.fault, edition }, context, async (target, signal) => {
    if (!(await isAgreed(cases, target, choices.yes, signal, context))) return undefined;
    const asked = await withToken(target, printer, signal);
    const { tellReplay } = await import('../replay/tell-replay.js');
    const { rate } = rateFor(asked.baseUrl, choices.rate, asFlag('rate'));
    let worst: number = exitCodes.conformant;
    for (const { file, replay } of cases) {
      const result = await dependencies.replayCase(replay, {
        target: asked,
        rate,
        maxRequests: choices.maxRequests,
        signal,
        onWait: (ms) => {
          if (ms >= noticedMs) printer.note(`Waiting ${formatDuration(ms)}, as long as lay between the calls then.`);
        },
      });
      printer.result(tellReplay(file, replay, result));
      const code = codes[result.result];
      if (worst !== exitCodes.nonconformant && code !== exitCodes.conformant) worst = code;
    }
    return worst;
  });
}

const codes = {
  FIXED: exitCodes.conformant,
  STILL: exitCodes.nonconformant,
  CHANGED: exitCodes.inconclusive,
  INCONCLUSIVE: exitCodes.inconclusive,
} as const;

/** Tells what is going to be sent, and asks where the target is not on this machine. */
async function isAgreed(
  cases: readonly NamedCase[],
  target: Target,
  yes: boolean,
  signal: AbortSignal,
  context: Context,
): Promise<boolean> {
  const { requestsOf, waitsOf } = await import('../../engine/service/replay/replay.js');
  const requests = cases.reduce((sum, { replay }) => sum + requestsOf(replay), 0);
  const waitMs = cases.reduce((sum, { replay }) => sum + waitsOf(replay), 0);
  const waits = waitMs < noticedMs ? '' : `, with waits of ${formatDuration(waitMs)}`;
  context.printer.note(
    `Sending ${plural(cases.length, 'failure')} again to ${target.baseUrl.host}: at most ${plural(requests, 'request')}${waits}; conversations that they establish stay behind.`,
  );
  if (yes || !needsConsent({ target })) return true;
  const advice = 'nothing was sent: add --yes when they may be sent';
  return isAllowed({ requests }, { target, signal }, { question: 'Send these requests?', advice }, context);
}

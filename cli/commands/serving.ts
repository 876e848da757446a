/** What `gate` and `proxy` share: one redactor for record and terminal, the port, and the end by the verdict. */
import type { RunRecord } from '../../schemas/record/run-record.js';
import { reasonOf, systemCode } from '../../settings/errors/reason.js';
import { prepareReportDirectory, readReleaseFiles } from '../../settings/named-files.js';
import type { ValuesOf } from '../../settings/options/options.js';
import { configuredSecrets } from '../../settings/read-settings.js';
import type { Redactor } from '../../text/redactor.js';
import { decideRelease } from '../../verdicts/release/release-record.js';
import type { Context } from '../context.js';
import { listenForInterrupt } from '../interrupt.js';
import { ListenError } from '../listen-error.js';
import { publishRecord } from './publish-record.js';

/**
 * Judges what `serve` serves until it ends, publishes the record, and gives the exit code of its verdict.
 *
 * @param stopping said at the first Ctrl-C.
 * @throws ListenError when its port cannot be listened on, FileError and the like before it is called.
 */
export async function judgeServed(
  who: 'gate' | 'proxy',
  choices: Pick<ValuesOf<'proxy'>, 'out' | 'host' | 'port' | 'waivers' | 'baseline' | 'gate'>,
  stopping: string,
  serve: (redactor: Redactor, signal: AbortSignal) => Promise<RunRecord>,
  context: Context,
): Promise<number> {
  const { surroundings, dependencies, printer } = context;
  const directory = await prepareReportDirectory(surroundings.cwd, choices.out);
  const terms = await readReleaseFiles(choices, surroundings.cwd, dependencies.validateRecord);
  const interrupt = listenForInterrupt(surroundings, () => printer.note(stopping));
  try {
    const judged = await serve(await redactorOf(context), interrupt.signal);
    printer.clearStatus();
    const record = decideRelease(judged, terms);
    await publishRecord(record, directory, context);
    return record.exitCode;
  } catch (error) {
    if (!cannotListen.has(systemCode(error) ?? '')) throw error;
    throw new ListenError(choices.host, choices.port, reasonOf(error), who);
  } finally {
    interrupt.release();
  }
}

const cannotListen: ReadonlySet<string> = new Set(['EADDRINUSE', 'EACCES', 'EADDRNOTAVAIL', 'ENOTFOUND']);

/** What is secret for the record is secret for the terminal, and what looks like a token goes too: a connector may print one of its own. */
async function redactorOf({ surroundings, printer }: Context): Promise<Redactor> {
  const { createRedactor } = await import('../../text/redactor.js');
  const redactor = createRedactor(configuredSecrets(surroundings).tokens);
  return {
    ...redactor,
    text: (value) => printer.redact(redactor.text(value)),
    add: (secret) => {
      redactor.add(secret);
      printer.addSecrets([secret]);
    },
  };
}

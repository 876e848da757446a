/** The command `mock`: serves the mock on a real socket until it is told to stop. */
import { resolve } from 'node:path';
import type { Context } from '../context.js';
import type { AnswerNote, Mock, MockTrait, RunningMock } from '../dependencies.js';
import { ListenError } from '../errors/listen-error.js';
import { reasonOf, systemCode } from '../errors/reason.js';
import { exitCode } from '../exit-code.js';
import { listenForInterrupt } from '../interrupt.js';
import { refuseOtherFaults } from '../options/edition.js';
import { type MockFlags, type RawMockFlags, readMockFlags } from '../options/mock-flags.js';
import { showFound } from '../output/found.js';
import { layOut } from '../output/table.js';
import { tellMock } from './tell-mock.js';
import { writeCredentials } from './write-credentials.js';

/** Ends with 0 on SIGINT or SIGTERM; throws the error of the kind for all that keeps the mock from serving. */
export async function mockCommand(raw: RawMockFlags, context: Context): Promise<number> {
  const { surroundings, dependencies, printer } = context;
  if (raw.listFaults === true) return list(await dependencies.listFaults(), context);
  if (raw.listVariants === true) return list(await dependencies.listVariants(), context);
  const faults = await dependencies.listFaults();
  const flags = readMockFlags(raw, idsOf(faults), idsOf(await dependencies.listVariants()));
  refuseOtherFaults(faults, flags.faults, flags.edition);
  const stopped = new Promise<void>((stop) => {
    const interrupt = listenForInterrupt(surroundings, stop);
    interrupt.signal.addEventListener('abort', interrupt.release, { once: true });
  });
  const mock = await dependencies.createMock({
    faults: flags.faults,
    edition: flags.edition,
    ...(flags.variant === undefined ? {} : { variant: flags.variant }),
    ...(flags.verbose ? { onAnswer: (note) => printer.note(logLine(note)) } : {}),
  });
  printer.addSecrets(mock.secrets);
  const running = await listen(mock, flags);
  try {
    const file = flags.credentials === undefined ? undefined : resolve(surroundings.cwd, flags.credentials);
    if (file !== undefined)
      await writeCredentials(file, { ...mock.credentials, baseUrl: running.baseUrl }, mock.connectedApp);
    printer.result(tellMock(mock.credentials, running.baseUrl, flags, file));
    await stopped;
  } finally {
    await running.close();
  }
  return exitCode.conformant;
}

function list(traits: readonly MockTrait[], { printer }: Context): number {
  printer.result(layOut(traits.map(({ id, summary }) => [id, summary])));
  return exitCode.conformant;
}

function idsOf(traits: readonly MockTrait[]): readonly string[] {
  return traits.map(({ id }) => id);
}

async function listen(mock: Mock, { host, port }: MockFlags): Promise<RunningMock> {
  try {
    return await mock.listen(port, host);
  } catch (error) {
    if (systemCode(error) === undefined) throw error;
    throw new ListenError(host, port, reasonOf(error));
  }
}

/** What a stranger sent is escaped and bounded: `202 POST "/api/v1/conversation"`. */
function logLine({ method, path, status, refusal }: AnswerNote): string {
  const request = method === undefined ? 'a request' : `${showFound(method).slice(1, -1)} ${showFound(path ?? '')}`;
  return `${status} ${request}${refusal === undefined ? '' : `: ${showFound(refusal).slice(1, -1)}`}`;
}

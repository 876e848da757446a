/** The command `mock`: serves the mock on a real socket until it is told to stop. */
import { resolve } from 'node:path';
import type { ServerIdentity } from '../../endpoints/tls/server-identity.js';
import { reasonOf, systemCode } from '../../settings/errors/reason.js';
import { asFlag } from '../../settings/options/declaration.js';
import { faultProblems } from '../../settings/options/judging.js';
import { type GivenOptions, readOptions } from '../../settings/options/read-options.js';
import { layOut } from '../../text/columns.js';
import { showFound } from '../../text/found.js';
import { exitCodes } from '../../verdicts/record/run-verdict.js';
import type { Context } from '../context.js';
import type { AnswerNote, Mock, MockTrait } from '../dependencies.js';
import { listenForInterrupt } from '../interrupt.js';
import { ListenError } from '../listen-error.js';
import { openAuthority } from './run-authority.js';
import { mockCredentials, tellMock, writePrivateFile } from './served-settings.js';

/** Ends with 0 on SIGINT or SIGTERM; throws the error of the kind for all that keeps the mock from serving. */
export async function mockCommand(given: GivenOptions, context: Context): Promise<number> {
  const { surroundings, dependencies, printer } = context;
  if (given.listFaults === true) return list(await dependencies.listFaults(), context);
  if (given.listVariants === true) return list(await dependencies.listVariants(), context);
  const faults = await dependencies.listFaults();
  const variants = await dependencies.listVariants();
  const chosen = readOptions('mock', given, { spelling: asFlag, faults, variants }, ({ fault = [], edition }) =>
    edition === undefined ? [] : faultProblems(fault, faults, edition, asFlag),
  );
  const { fault, edition, variant, verbose, host, port } = chosen;
  const stopped = new Promise<void>((stop) => {
    const interrupt = listenForInterrupt(surroundings, stop);
    interrupt.signal.addEventListener('abort', interrupt.release, { once: true });
  });
  const mock = await dependencies.createMock({
    faults: fault,
    edition,
    variant,
    onAnswer: verbose ? (note) => printer.note(logLine(note)) : undefined,
  });
  printer.addSecrets(mock.secrets);
  const authority = await openAuthority(chosen, surroundings);
  const running = await listen(mock, host, port, authority?.identity);
  try {
    const file = chosen.credentials === undefined ? undefined : resolve(surroundings.cwd, chosen.credentials);
    if (file !== undefined) {
      await writePrivateFile(file, mockCredentials(mock.credentials, running.baseUrl, mock.connectedApp));
    }
    printer.result(tellMock(mock.credentials, running.baseUrl, chosen, file, authority?.trust));
    await stopped;
  } finally {
    await running.close();
  }
  return exitCodes.conformant;
}

function list(traits: readonly MockTrait[], { printer }: Context): number {
  printer.result(layOut(traits.map(({ id, summary }) => [id, summary])));
  return exitCodes.conformant;
}

async function listen(
  mock: Mock,
  host: string,
  port: number,
  identity: ServerIdentity | undefined,
): ReturnType<Mock['listen']> {
  try {
    return await mock.listen(port, host, identity);
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

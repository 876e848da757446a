/** The command `proxy`: judges a connector and the service behind it by what passes between them. */
import { gateRecord } from '../../verdicts/release/release-record.js';
import type { Context } from '../context.js';
import { ListenError } from '../errors/listen-error.js';
import { reasonOf, systemCode } from '../errors/reason.js';
import { listenForInterrupt } from '../interrupt.js';
import { type RawProxyFlags, readProxyFlags } from '../options/connector-flags.js';
import { prepareReportDirectory } from '../output/report-directory.js';
import { configuredTokens } from '../settings/read-settings.js';
import { openSources } from '../settings/sources.js';
import { loadGate } from './load-gate.js';
import { publishRecord } from './publish-record.js';

/** Ends on SIGINT or SIGTERM with the exit code of the verdict. */
export async function proxyCommand(raw: RawProxyFlags, context: Context): Promise<number> {
  const { surroundings, printer } = context;
  const flags = readProxyFlags(raw);
  const directory = await prepareReportDirectory(surroundings.cwd, flags.out);
  const sources = openSources(surroundings.env, surroundings.cwd, surroundings.readFile);
  const known = (name: string): string | undefined => {
    const value = sources.find(name)?.value;
    return value === '' ? undefined : value;
  };
  const [orgId, authorizationContext] = [known('SF_ORG_ID'), known('SF_AUTHORIZATION_CONTEXT')];
  const channels = known('CHANNEL_ADDRESS_IDENTIFIER')
    ?.split(',')
    .map((channel) => channel.trim());
  const gate = await loadGate(flags, { cwd: surroundings.cwd, validateRecord: context.dependencies.validateRecord });
  const { createRedactor } = await import('../../text/redactor.js');
  const { runProxy } = await import('../../engine/connector/run-proxy.js');
  const redactor = createRedactor(configuredTokens(surroundings));
  const interrupt = listenForInterrupt(surroundings, () => printer.note('Stopping. The report is still written.'));
  try {
    const judged = await runProxy({
      baseUrl: flags.baseUrl,
      edition: flags.edition,
      port: flags.port,
      ...(orgId === undefined ? {} : { orgId }),
      ...(authorizationContext === undefined ? {} : { authorizationContext }),
      ...(channels === undefined ? {} : { channels }),
      redactor: {
        ...redactor,
        text: (value) => printer.redact(redactor.text(value)),
        add: (secret) => {
          redactor.add(secret);
          printer.addSecrets([secret]);
        },
      },
      signal: interrupt.signal,
      onEvent: (event) => {
        if (event.type === 'listening') printer.result(tellProxy(event.origin, flags.baseUrl));
        else if (event.type === 'judged' && surroundings.stderr.isTTY === true) {
          printer.status(`${event.requests} requests judged`);
        }
      },
    });
    printer.clearStatus();
    const record = gateRecord(judged, gate);
    await publishRecord(record, directory, context);
    return record.exitCode;
  } catch (error) {
    if (systemCode(error) !== 'EADDRINUSE' && systemCode(error) !== 'EACCES') throw error;
    throw new ListenError('127.0.0.1', flags.port, reasonOf(error), 'proxy');
  } finally {
    interrupt.release();
  }
}

function tellProxy(origin: string, baseUrl: URL): string {
  const lines = [`# The proxy passes everything on to ${baseUrl.origin}`];
  // SF_SCRT_INSTANCE_URL has no path: /api is put behind it.
  if (baseUrl.pathname === '/api') lines.push(`export SF_SCRT_INSTANCE_URL='${origin}'`);
  else lines.push(`# base URL: ${origin}${baseUrl.pathname.replace(/\/$/, '')}`);
  return [...lines, '# Ctrl-C stops the proxy, and writes the report.'].join('\n');
}

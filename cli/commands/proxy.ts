/** The command `proxy`: judges a connector and the service behind it by what passes between them. */
import { settings } from '../../settings/definitions.js';
import { asFlag } from '../../settings/options/declaration.js';
import { type GivenOptions, readOptions } from '../../settings/options/read-options.js';
import { openSources } from '../../settings/sources.js';
import type { Context } from '../context.js';
import { openAuthority, type RunAuthority } from './run-authority.js';
import { tellTrust } from './served-settings.js';
import { judgeServed } from './serving.js';

const missingBaseUrl = {
  option: 'baseUrl',
  message: 'proxy needs --base-url, the part before /v1/conversation of the service behind it',
  advice: 'such as --base-url https://example.my.salesforce-scrt.com/api',
};

/** Ends on SIGINT or SIGTERM with the exit code of the verdict. */
export async function proxyCommand(given: GivenOptions, context: Context): Promise<number> {
  const { surroundings, printer } = context;
  const choices = readOptions('proxy', given, { spelling: asFlag }, () =>
    given.baseUrl === undefined ? [missingBaseUrl] : [],
  );
  const { baseUrl, edition, host, port } = choices;
  // Without it the reading has thrown.
  if (baseUrl === undefined) throw new Error(missingBaseUrl.message);
  const sources = openSources(surroundings.env, surroundings.cwd, surroundings.readFile);
  const known = ({ name }: { readonly name: string }): string | undefined => sources.find(name)?.value || undefined;
  const [orgId, authorizationContext] = [known(settings.orgId), known(settings.authorizationContext)];
  const channels = known(settings.channels)
    ?.split(',')
    .map((channel) => channel.trim());
  const serve: Parameters<typeof judgeServed>[3] = async (redactor, signal) => {
    const { runProxy } = await import('../../engine/connector/run-proxy.js');
    const authority = await openAuthority(choices, surroundings);
    return runProxy({
      baseUrl,
      edition,
      host,
      port,
      identity: authority?.identity,
      orgId,
      authorizationContext,
      channels,
      redactor,
      signal,
      onEvent: (event) => {
        if (event.type === 'listening') printer.result(tellProxy(event.origin, baseUrl, authority?.trust));
        else if (event.type === 'judged' && surroundings.stderr.isTTY === true) {
          printer.status(`${event.requests} requests judged`);
        }
      },
    });
  };
  return judgeServed('proxy', choices, 'Stopping. The report is still written.', serve, context);
}

function tellProxy(origin: string, baseUrl: URL, trust: RunAuthority['trust'] = {}): string {
  const lines = [`# The proxy passes everything on to ${baseUrl.origin}`];
  // SF_SCRT_INSTANCE_URL has no path: /api is put behind it.
  if (baseUrl.pathname === '/api') lines.push(`export SF_SCRT_INSTANCE_URL='${origin}'`);
  else lines.push(`# base URL: ${origin}${baseUrl.pathname.replace(/\/$/, '')}`);
  return [...lines, ...tellTrust(trust), '# Ctrl-C stops the proxy, and writes the report.'].join('\n');
}

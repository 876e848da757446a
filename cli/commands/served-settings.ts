/** What the mock or the gate accepts: as lines that a shell can read, without a secret, and whole for a file. */
import { randomUUID } from 'node:crypto';
import { rename, rm, writeFile } from 'node:fs/promises';
import type { ConnectedApp } from '../../endpoints/mock/token/connected-app.js';
import type { Credentials } from '../../generators/credentials.js';
import { FileError } from '../../settings/errors/file-error.js';
import { reasonOf } from '../../settings/errors/reason.js';
import type { ValuesOf } from '../../settings/options/options.js';
import type { RunAuthority } from './run-authority.js';

/** For the credentials file of the mock. `jwtBearer` is what the settings of the JWT bearer flow hold. */
export function mockCredentials(
  { accessToken, orgId, authorizationContext, channels, expiredAccessToken }: Credentials,
  baseUrl: string,
  app: ConnectedApp | undefined,
): object {
  const jwtBearer = app === undefined ? undefined : { ...app, authEndpoint: new URL(baseUrl).origin };
  return { accessToken, orgId, authorizationContext, channels, expiredAccessToken, baseUrl, jwtBearer };
}

/** @param file absolute path of the credentials file, when one was written. */
export function tellMock(
  credentials: Credentials,
  baseUrl: string,
  traits: Pick<ValuesOf<'mock'>, 'edition' | 'fault' | 'variant'>,
  file: string | undefined,
  trust: RunAuthority['trust'] = {},
): string {
  const { orgId, authorizationContext, channels } = credentials;
  const lines = [`# The mock serves POST ${baseUrl}/v1/conversation`, `# edition: ${traits.edition}`];
  if (traits.fault.length > 0) lines.push(`# faults: ${traits.fault.join(', ')}`);
  if (traits.variant !== undefined) lines.push(`# variant: ${traits.variant}`);
  lines.push(
    `export SF_SCRT_INSTANCE_URL=${quote(baseUrl.replace(/\/api$/, ''))}`,
    `export SF_ORG_ID=${quote(orgId)}`,
    `export SF_AUTHORIZATION_CONTEXT=${quote(authorizationContext)}`,
    `export CHANNEL_ADDRESS_IDENTIFIER=${quote(channels.join(','))}`,
    ...tellTokens(credentials, file),
    ...tellTrust(trust),
    '# Ctrl-C stops the mock.',
  );
  return lines.join('\n');
}

/** What a program that is started by hand has to trust; gone when the server stops. */
export function tellTrust(trust: RunAuthority['trust']): readonly string[] {
  return Object.entries(trust).map(([name, file]) => `export ${name}=${quote(file)}`);
}

function tellTokens({ expiredAccessToken }: Credentials, file: string | undefined): readonly string[] {
  if (file === undefined) return ['# SF_ACCESS_TOKEN is not shown; --credentials FILE writes it to a file.'];
  const exported = (name: string, member: keyof Credentials): string => {
    const script = `console.log(JSON.parse(fs.readFileSync(process.argv[1], "utf8")).${member})`;
    return `export ${name}="$(node -e ${quote(script)} ${quote(file)})"`;
  };
  const expired = expiredAccessToken === undefined ? [] : [exported('SF_EXPIRED_ACCESS_TOKEN', 'expiredAccessToken')];
  return [`# The tokens are read from ${quote(file)}:`, exported('SF_ACCESS_TOKEN', 'accessToken'), ...expired];
}

const secretOfGate = new Set(['SF_ACCESS_TOKEN', 'SF_PRIVATE_KEY', 'BYOC_SCENARIO', 'SF_INSTANCE_URL']);

/** For the credentials file of the gate: by our names, and by the vendor's. */
export function gateCredentials(settings: Readonly<Record<string, string>>): object {
  return {
    accessToken: settings.SF_ACCESS_TOKEN,
    orgId: settings.SF_ORG_ID,
    authorizationContext: settings.SF_AUTHORIZATION_CONTEXT,
    channels: settings.CHANNEL_ADDRESS_IDENTIFIER?.split(','),
    baseUrl: `${settings.SF_SCRT_INSTANCE_URL}/api`,
    settings,
  };
}

/** @param file absolute path of the file with all settings, when one was written. */
export function tellGate(settings: Readonly<Record<string, string>>, file: string | undefined): string {
  const lines = [`# The gate serves POST ${settings.SF_SCRT_INSTANCE_URL ?? ''}/api/v1/conversation`];
  for (const [name, value] of Object.entries(settings)) {
    if (!secretOfGate.has(name)) lines.push(`export ${name}=${quote(value)}`);
  }
  lines.push(
    file === undefined
      ? '# SF_ACCESS_TOKEN and SF_PRIVATE_KEY are not shown; --credentials FILE writes them to a file.'
      : `# SF_ACCESS_TOKEN and SF_PRIVATE_KEY are in ${file}`,
    '# Ctrl-C stops the gate, and writes the report.',
  );
  return lines.join('\n');
}

/** Single quotes keep everything as it is but a single quote, which is put between two strings. */
function quote(value: string): string {
  return `'${value.replaceAll("'", `'\\''`)}'`;
}

/**
 * Writes a file that only its owner may read. A new one is written beside it and renamed: a file that was there keeps its
 * own mode when it is only written over, and whoever waits for the file never sees half of it.
 *
 * @throws FileError when it cannot be written.
 */
export async function writePrivateFile(file: string, data: object): Promise<void> {
  const draft = `${file}.${randomUUID()}`;
  try {
    await writeFile(draft, `${JSON.stringify(data, undefined, 2)}\n`, { mode: 0o600, flag: 'wx' });
    await rename(draft, file);
  } catch (error) {
    await rm(draft, { force: true });
    throw new FileError('credentials file', file, 'written', reasonOf(error));
  }
}

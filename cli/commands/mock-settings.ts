/** What the mock accepts: as lines that a shell can read, without a token, and whole for a file. */
import type { ConnectedApp } from '../../endpoints/mock/token/connected-app.js';
import type { Credentials } from '../../generators/credentials.js';
import type { EditionId } from '../../schemas/editions/editions.js';

export interface MockTraits {
  readonly edition: EditionId;
  readonly fault: readonly string[];
  readonly variant?: string;
}

/** For the credentials file. `jwtBearer` is what the settings of the JWT bearer flow hold. */
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
  traits: MockTraits,
  file: string | undefined,
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
    '# Ctrl-C stops the mock.',
  );
  return lines.join('\n');
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

/** Single quotes keep everything as it is but a single quote, which is put between two strings. */
function quote(value: string): string {
  return `'${value.replaceAll("'", `'\\''`)}'`;
}

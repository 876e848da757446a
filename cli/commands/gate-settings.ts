/** What the gate accepts, by the vendor's names: as lines that a shell can read, without a secret, and whole for a file. */

const secret = new Set(['SF_ACCESS_TOKEN', 'SF_PRIVATE_KEY', 'BYOC_SCENARIO', 'SF_INSTANCE_URL']);

/** For the credentials file: by our names, and by the vendor's. */
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
    if (!secret.has(name)) lines.push(`export ${name}='${value.replaceAll("'", `'\\''`)}'`);
  }
  lines.push(
    file === undefined
      ? '# SF_ACCESS_TOKEN and SF_PRIVATE_KEY are not shown; --credentials FILE writes them to a file.'
      : `# SF_ACCESS_TOKEN and SF_PRIVATE_KEY are in ${file}`,
    '# Ctrl-C stops the gate, and writes the report.',
  );
  return lines.join('\n');
}

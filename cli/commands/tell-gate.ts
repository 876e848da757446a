/** Tells where the gate listens and what it accepts, as lines that a shell can read; no secret is among them. */

const secret = new Set(['SF_ACCESS_TOKEN', 'SF_PRIVATE_KEY', 'BYOC_SCENARIO', 'SF_INSTANCE_URL']);

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

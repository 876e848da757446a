/** Writes what the gate accepts to a file that only its owner may read: by our names, and by the vendor's. */
import { randomUUID } from 'node:crypto';
import { rename, rm, writeFile } from 'node:fs/promises';
import { FileError } from '../errors/file-error.js';
import { reasonOf } from '../errors/reason.js';

/** Whole or not at all. @throws FileError when it cannot be written. */
export async function writeGateSettings(file: string, settings: Readonly<Record<string, string>>): Promise<void> {
  const data = {
    accessToken: settings.SF_ACCESS_TOKEN,
    orgId: settings.SF_ORG_ID,
    authorizationContext: settings.SF_AUTHORIZATION_CONTEXT,
    channels: settings.CHANNEL_ADDRESS_IDENTIFIER?.split(','),
    baseUrl: `${settings.SF_SCRT_INSTANCE_URL}/api`,
    settings,
  };
  const draft = `${file}.${randomUUID()}`;
  try {
    await writeFile(draft, `${JSON.stringify(data, undefined, 2)}\n`, { mode: 0o600, flag: 'wx' });
    await rename(draft, file);
  } catch (error) {
    await rm(draft, { force: true });
    throw new FileError('credentials file', file, 'written', reasonOf(error));
  }
}

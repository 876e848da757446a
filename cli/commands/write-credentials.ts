/** Writes what the mock accepts to a file that only its owner may read. */
import { randomUUID } from 'node:crypto';
import { rename, rm, writeFile } from 'node:fs/promises';
import type { ConnectedApp } from '../../endpoints/mock/token/connected-app.js';
import type { Credentials } from '../../generators/credentials.js';
import { FileError } from '../errors/file-error.js';
import { reasonOf } from '../errors/reason.js';

/**
 * Writes a new file beside it and renames it: a file that was there keeps its own mode when it is only written over, and
 * whoever waits for the file never sees half of it.
 *
 * @throws FileError when it cannot be written.
 */
export async function writeCredentials(
  file: string,
  credentials: Credentials & { readonly baseUrl: string },
  app?: ConnectedApp,
): Promise<void> {
  const { accessToken, orgId, authorizationContext, channels, expiredAccessToken, baseUrl } = credentials;
  // For the JWT bearer flow: what SF_CONSUMER_KEY, SF_PRIVATE_KEY, SF_SUBJECT, SF_AUDIENCE and SF_AUTH_ENDPOINT hold.
  const jwtBearer = app === undefined ? undefined : { ...app, authEndpoint: new URL(baseUrl).origin };
  const data = { accessToken, orgId, authorizationContext, channels, expiredAccessToken, baseUrl, jwtBearer };
  const draft = `${file}.${randomUUID()}`;
  try {
    await writeFile(draft, `${JSON.stringify(data, undefined, 2)}\n`, { mode: 0o600, flag: 'wx' });
    await rename(draft, file);
  } catch (error) {
    await rm(draft, { force: true });
    throw new FileError('credentials file', file, 'written', reasonOf(error));
  }
}

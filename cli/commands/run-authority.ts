/** The CA of a run that speaks TLS: the files by which programs come to trust it, gone with the process, and the variables that name them. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { rootCertificates } from 'node:tls';
import type { ServerIdentity } from '../../endpoints/tls/server-identity.js';
import type { Surroundings } from '../surroundings.js';

export interface RunAuthority {
  readonly identity: ServerIdentity;
  /** Variables that name files: of the CA, and of what a program trusts already with the CA behind it. */
  readonly trust: Readonly<Record<string, string>>;
}

/** The CA alone, for what reads none of the others. */
const forAll = 'BYOC_CA_FILE';
/** OpenSSL, Python and Go; requests. Their file stands in the place of the public CAs. */
const wholeBundles = ['SSL_CERT_FILE', 'REQUESTS_CA_BUNDLE'];
/** What curl reads before SSL_CERT_FILE, and requests behind its own: it must not hide them where it is set. */
const wherePresent = ['CURL_CA_BUNDLE'];
/** What Node trusts beside the public CAs. */
const forNode = 'NODE_EXTRA_CA_CERTS';

/** Undefined without `--tls`. @param host where the server listens. */
export async function openAuthority(
  { tls, host }: { readonly tls: boolean; readonly host: string },
  { env, cwd }: Pick<Surroundings, 'env' | 'cwd'>,
): Promise<RunAuthority | undefined> {
  if (!tls) return undefined;
  // The library is large: only who speaks TLS waits for it.
  const { makeServerIdentity } = await import('../../endpoints/tls/server-identity.js');
  const identity = makeServerIdentity(host);
  const folder = mkdtempSync(join(tmpdir(), 'byoc-ca-'));
  // However it ends, a second Ctrl-C included.
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  const write = (name: string, certificates: readonly string[]): string => {
    const file = join(folder, name);
    writeFileSync(file, certificates.map((one) => `${one.trim()}\n`).join(''));
    return file;
  };
  const already = (name: string): string | undefined => (env[name] ? readIfThere(resolve(cwd, env[name])) : undefined);
  const own = write('ca.pem', [identity.ca]);
  const extra = already(forNode);
  const bundles = [...wholeBundles, ...wherePresent.filter((name) => env[name])].map((name) => {
    const trusted = already(name);
    return [
      name,
      write(`${name}.pem`, [...(trusted === undefined ? rootCertificates : [trusted]), identity.ca]),
    ] as const;
  });
  const trust = {
    [forAll]: own,
    [forNode]: extra === undefined ? own : write(`${forNode}.pem`, [extra, identity.ca]),
    ...Object.fromEntries(bundles),
  };
  return { identity, trust };
}

/** A file that cannot be read is none that a program trusts. */
function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

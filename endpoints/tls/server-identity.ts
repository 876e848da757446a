/**
 * What a server of ours shows in TLS: a certificate for the names of this machine, signed by a CA that is made for the run.
 * The key of the CA is forgotten once it has signed, so that whoever trusts it trusts this one certificate.
 */
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { isIP } from 'node:net';
import { hostname, networkInterfaces } from 'node:os';
import forge from 'node-forge';

/** All in PEM. */
export interface ServerIdentity {
  /** The certificate of the CA: what a client has to trust. */
  readonly ca: string;
  readonly certificate: string;
  /** Never written to a file. */
  readonly key: string;
}

const hourMs = 3_600_000;
/** For clocks of containers that are behind. */
const beforeMs = hourMs;
const lifeMs = 7 * 24 * hourMs;

type Extensions = Parameters<forge.pki.Certificate['setExtensions']>[0];

interface Party {
  readonly name: string;
  readonly publicKey: string;
}

/** @param host where it listens; every address of this machine is named beside it, and the names of it that containers know. */
export function makeServerIdentity(host: string): ServerIdentity {
  const [caKeys, keys] = [makeKeys(), makeKeys()];
  const issuer = { name: `byoc-conformance CA ${randomBytes(4).toString('hex')}`, publicKey: caKeys.publicKey };
  const sign = (subject: Party, extensions: Extensions): forge.pki.Certificate => {
    const certificate = forge.pki.createCertificate();
    certificate.publicKey = forge.pki.publicKeyFromPem(subject.publicKey);
    // The first octet keeps the number positive.
    certificate.serialNumber = `01${randomBytes(15).toString('hex')}`;
    certificate.validity.notBefore = new Date(Date.now() - beforeMs);
    certificate.validity.notAfter = new Date(Date.now() + lifeMs);
    certificate.setSubject([{ name: 'commonName', value: subject.name }]);
    certificate.setIssuer([{ name: 'commonName', value: issuer.name }]);
    certificate.setExtensions([...extensions, { name: 'subjectKeyIdentifier' }]);
    certificate.sign(forge.pki.privateKeyFromPem(caKeys.privateKey), forge.md.sha256.create());
    return certificate;
  };
  const ca = sign(issuer, [
    { name: 'basicConstraints', cA: true, pathLenConstraint: 0, critical: true },
    { name: 'keyUsage', keyCertSign: true, critical: true },
  ]);
  const certificate = sign({ name: 'byoc-conformance', publicKey: keys.publicKey }, [
    { name: 'keyUsage', digitalSignature: true, keyEncipherment: true, critical: true },
    { name: 'extKeyUsage', serverAuth: true },
    { name: 'subjectAltName', altNames: namesOf(host).map(asAltName) },
    { name: 'authorityKeyIdentifier', keyIdentifier: ca.generateSubjectKeyIdentifier().getBytes() },
  ]);
  return { ca: pemOf(ca), certificate: pemOf(certificate), key: keys.privateKey };
}

function pemOf(certificate: forge.pki.Certificate): string {
  return forge.pki.certificateToPem(certificate).replaceAll('\r\n', '\n');
}

function makeKeys(): { readonly publicKey: string; readonly privateKey: string } {
  return generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
}

function namesOf(host: string): readonly string[] {
  const addresses = Object.values(networkInterfaces()).flatMap((one = []) => one.map(({ address }) => address));
  const names = ['localhost', '127.0.0.1', '::1', 'host.docker.internal', 'host.containers.internal', hostname()];
  return [...new Set([...names, ...addresses, host])];
}

/** By the types of RFC 5280, 4.2.1.6. */
function asAltName(name: string): object {
  return isIP(name) === 0 ? { type: 2, value: name } : { type: 7, ip: name };
}

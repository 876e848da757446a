/** The connected app that the org knows: what a caller of the JWT bearer flow must bring. */
import { generateKeyPairSync, type KeyObject } from 'node:crypto';

export interface ConnectedApp {
  readonly consumerKey: string;
  /** PKCS#8 in PEM. */
  readonly privateKey: string;
  /** The user who is pre-authorised. */
  readonly subject: string;
  readonly audience: string;
}

interface KeyPair {
  readonly publicKey: KeyObject;
  readonly privateKey: KeyObject;
}

let pair: KeyPair | undefined;

/** One for all mocks of a process, made when the first one asks: it takes a tenth of a second. */
function appKeys(): KeyPair {
  pair ??= generateKeyPairSync('rsa', { modulusLength: 2048 });
  return pair;
}

export function appPublicKey(): KeyObject {
  return appKeys().publicKey;
}

/** What stands in the PEM, without its first and last line, which every key has: what a redactor must know. */
export function secretOfKey(pem: string): string {
  return pem.replace(/-----[^-]+-----/g, '').replace(/\s+/g, '');
}

/** The same for every mock of a process. */
export function connectedApp(): ConnectedApp {
  return {
    consumerKey: '3MVGmockConsumerKey.byocConformance.0001',
    privateKey: appKeys().privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    subject: 'integration@partner.invalid',
    audience: 'https://login.salesforce.com',
  };
}

/**
 * Every setting: its name (the vendor's demo connectors use the same), what it means, what it looks like, and its check.
 * Help, errors, the tables of README.md and `.env.example` follow from it.
 */
import { checkAccessToken, checkExpiredAccessToken } from './checks/access-token.js';
import { checkBaseUrl, checkInstanceUrl } from './checks/base-url.js';
import { checkAuthorizationContext, checkChannels, checkOrgId } from './checks/org.js';
import {
  checkAudience,
  checkAuthEndpoint,
  checkConsumerKey,
  checkPrivateKey,
  checkPrivateKeyFile,
  checkSubject,
} from './checks/token-flow.js';
import type { Checked } from './setting-problem.js';
import type { ReadFile } from './sources.js';

export interface SettingDefinition<T = unknown> {
  readonly name: string;
  readonly meaning: string;
  readonly expected: string;
  readonly example: string;
  /** Needed for a service; those of the JWT bearer flow are needed where no token is given. */
  readonly required?: true;
  /** Shown as set or not set, never by value. A token in another setting would be sent to the wrong place. */
  readonly secret?: 'token' | 'key';
  readonly tokenFlow?: true;
  readonly check: (value: string, around: CheckSurroundings) => Checked<T>;
}

export interface CheckSurroundings {
  /** The time against which expiry is judged. */
  readonly now: Date;
  /** Where the path of a key file leads. */
  readonly cwd: string;
  readonly readFile: ReadFile;
  /** The access token as configured. */
  readonly accessToken?: string;
}

/** In the order of the help and of the problems. */
export const settings = {
  instanceUrl: {
    name: 'SF_SCRT_INSTANCE_URL',
    meaning: 'URL of the service without /api; --base-url comes before it',
    expected: 'an http or https URL without path, query, fragment and credentials; /api is put behind it',
    example: 'https://example.my.salesforce-scrt.com',
    required: true,
    check: checkInstanceUrl,
  },
  orgId: {
    name: 'SF_ORG_ID',
    meaning: 'the 15-character org id',
    expected: 'exactly 15 letters or digits',
    example: '00D000000000001',
    required: true,
    check: checkOrgId,
  },
  authorizationContext: {
    name: 'SF_AUTHORIZATION_CONTEXT',
    meaning: 'developer name of the ConversationChannelDefinition',
    expected:
      'a prefix, an underscore and a name; both of letters, digits and underscores, starting with a letter and not ending in an underscore',
    example: 'Acme1_Support1',
    required: true,
    check: checkAuthorizationContext,
  },
  channels: {
    name: 'CHANNEL_ADDRESS_IDENTIFIER',
    meaning: 'channels of the org, separated by commas; two let channels be compared',
    expected: 'one or more distinct channel address identifiers, separated by commas',
    example: '3f0c4f6e-channel-one,9b1d22aa-channel-two',
    required: true,
    check: checkChannels,
  },
  accessToken: {
    name: 'SF_ACCESS_TOKEN',
    meaning: 'the access token, without the word Bearer',
    expected: 'a JWT (three base64url parts divided by dots) or an opaque token ({orgId}!...), without blanks',
    example: 'eyJhbGciOi...',
    required: true,
    secret: 'token',
    check: (value, { now }) => checkAccessToken(value, now),
  },
  expiredAccessToken: {
    name: 'SF_EXPIRED_ACCESS_TOKEN',
    meaning: 'optional: an expired token of the same org, to probe expiry with',
    expected: 'like SF_ACCESS_TOKEN, but expired',
    example: 'eyJhbGciOi...',
    secret: 'token',
    check: (value, { now, accessToken }) => checkExpiredAccessToken(value, accessToken, now),
  },
  consumerKey: {
    name: 'SF_CONSUMER_KEY',
    meaning: 'for the JWT bearer flow: consumer key of the connected app',
    expected: 'the consumer key (client id) of the connected app, one word',
    example: '3MVG9...',
    secret: 'key',
    tokenFlow: true,
    check: checkConsumerKey,
  },
  privateKey: {
    name: 'SF_PRIVATE_KEY',
    meaning: 'its private key in PEM (also with \\n), or the path of its file',
    expected: 'an RSA private key in PEM (PKCS#8 or PKCS#1), or the path of a file with one',
    example: '-----BEGIN PRIVATE KEY-----\\nMII...',
    secret: 'key',
    tokenFlow: true,
    check: (value, { cwd, readFile }) => checkPrivateKey(value, cwd, readFile),
  },
  privateKeyFile: {
    name: 'SF_PRIVATE_KEY_FILE',
    meaning: 'the path of a file with the private key, where SF_PRIVATE_KEY is not set',
    expected: 'the path of a file with an RSA private key in PEM (PKCS#8 or PKCS#1)',
    example: 'key.pem',
    tokenFlow: true,
    check: (value, { cwd, readFile }) => checkPrivateKeyFile(value, cwd, readFile),
  },
  subject: {
    name: 'SF_SUBJECT',
    meaning: 'the user name in whose name the app acts',
    expected: 'a user name of the org',
    example: 'integration@example.com.sandbox1',
    tokenFlow: true,
    check: checkSubject,
  },
  audience: {
    name: 'SF_AUDIENCE',
    meaning: 'optional: the login server meant; follows from SF_AUTH_ENDPOINT',
    expected: 'https://login.salesforce.com, or https://test.salesforce.com for a sandbox',
    example: 'https://test.salesforce.com',
    tokenFlow: true,
    check: checkAudience,
  },
  authEndpoint: {
    name: 'SF_AUTH_ENDPOINT',
    meaning: 'login URL; /services/oauth2/token is put behind it when it has no path',
    expected: 'an http or https URL without query, fragment and credentials: the login URL or the whole token endpoint',
    example: 'https://test.salesforce.com',
    tokenFlow: true,
    check: checkAuthEndpoint,
  },
} as const satisfies Readonly<Record<string, SettingDefinition>>;

export const settingDefinitions: readonly SettingDefinition[] = Object.values(settings);

/** What the option says about the base URL, which stands for `SF_SCRT_INSTANCE_URL` with `/api`. */
export const baseUrlOption = {
  name: '--base-url',
  meaning: 'the part before /v1/conversation',
  expected: 'an http or https URL without query, fragment and credentials: the part before /v1/conversation',
  example: 'https://example.my.salesforce-scrt.com/api',
  check: checkBaseUrl,
} as const satisfies SettingDefinition;

/** The settings: their names (the vendor's demo connectors use the same), what they mean and what they look like. */

export interface SettingDefinition {
  readonly name: string;
  readonly meaning: string;
  readonly expected: string;
  readonly example: string;
  readonly required: boolean;
}

export const instanceUrl = {
  name: 'SF_SCRT_INSTANCE_URL',
  meaning: 'URL of the service without /api; --base-url comes before it',
  expected: 'an http or https URL without path, query, fragment and credentials; /api is put behind it',
  example: 'https://example.my.salesforce-scrt.com',
  required: true,
} as const satisfies SettingDefinition;

export const orgId = {
  name: 'SF_ORG_ID',
  meaning: 'the 15-character org id',
  expected: 'exactly 15 letters or digits',
  example: '00D000000000001',
  required: true,
} as const satisfies SettingDefinition;

export const authorizationContext = {
  name: 'SF_AUTHORIZATION_CONTEXT',
  meaning: 'developer name of the ConversationChannelDefinition',
  expected:
    'a prefix, an underscore and a name; both of letters, digits and underscores, starting with a letter and not ending in an underscore',
  example: 'Acme1_Support1',
  required: true,
} as const satisfies SettingDefinition;

export const channels = {
  name: 'CHANNEL_ADDRESS_IDENTIFIER',
  meaning: 'channels of the org, separated by commas; two let channels be compared',
  expected: 'one or more distinct channel address identifiers, separated by commas',
  example: '3f0c4f6e-channel-one,9b1d22aa-channel-two',
  required: true,
} as const satisfies SettingDefinition;

export const accessToken = {
  name: 'SF_ACCESS_TOKEN',
  meaning: 'the access token, without the word Bearer',
  expected: 'a JWT (three base64url parts divided by dots) or an opaque token ({orgId}!...), without blanks',
  example: 'eyJhbGciOi...',
  required: true,
} as const satisfies SettingDefinition;

export const expiredAccessToken = {
  name: 'SF_EXPIRED_ACCESS_TOKEN',
  meaning: 'optional: an expired token of the same org, to probe expiry with',
  expected: 'like SF_ACCESS_TOKEN, but expired',
  example: 'eyJhbGciOi...',
  required: false,
} as const satisfies SettingDefinition;

export const consumerKey = {
  name: 'SF_CONSUMER_KEY',
  meaning: 'for the JWT bearer flow: consumer key of the connected app',
  expected: 'the consumer key (client id) of the connected app, one word',
  example: '3MVG9...',
  required: false,
} as const satisfies SettingDefinition;

export const privateKey = {
  name: 'SF_PRIVATE_KEY',
  meaning: 'its private key in PEM (also with \\n), or the path of its file',
  expected: 'an RSA private key in PEM (PKCS#8 or PKCS#1), or the path of a file with one',
  example: '-----BEGIN PRIVATE KEY-----\\nMII...',
  required: false,
} as const satisfies SettingDefinition;

export const privateKeyFile = {
  name: 'SF_PRIVATE_KEY_FILE',
  meaning: 'the path of a file with the private key, where SF_PRIVATE_KEY is not set',
  expected: 'the path of a file with an RSA private key in PEM (PKCS#8 or PKCS#1)',
  example: 'key.pem',
  required: false,
} as const satisfies SettingDefinition;

export const subject = {
  name: 'SF_SUBJECT',
  meaning: 'the user name in whose name the app acts',
  expected: 'a user name of the org',
  example: 'integration@example.com.sandbox1',
  required: false,
} as const satisfies SettingDefinition;

export const audience = {
  name: 'SF_AUDIENCE',
  meaning: 'optional: the login server meant; follows from SF_AUTH_ENDPOINT',
  expected: 'https://login.salesforce.com, or https://test.salesforce.com for a sandbox',
  example: 'https://test.salesforce.com',
  required: false,
} as const satisfies SettingDefinition;

export const authEndpoint = {
  name: 'SF_AUTH_ENDPOINT',
  meaning: 'login URL; /services/oauth2/token is put behind it when it has no path',
  expected: 'an http or https URL without query, fragment and credentials: the login URL or the whole token endpoint',
  example: 'https://test.salesforce.com',
  required: false,
} as const satisfies SettingDefinition;

/** The settings of the JWT bearer flow. */
export const flowDefinitions: readonly SettingDefinition[] = [
  consumerKey,
  privateKey,
  privateKeyFile,
  subject,
  audience,
  authEndpoint,
];

/** Shown as set or not set, never by value. */
export const secretSettings: readonly string[] = [
  'SF_ACCESS_TOKEN',
  'SF_EXPIRED_ACCESS_TOKEN',
  'SF_CONSUMER_KEY',
  'SF_PRIVATE_KEY',
];

/** All settings in the order of the help and of the problems. */
export const settingDefinitions: readonly SettingDefinition[] = [
  instanceUrl,
  orgId,
  authorizationContext,
  channels,
  accessToken,
  expiredAccessToken,
  ...flowDefinitions,
];

/** What the flag says about the base URL, which stands for `SF_SCRT_INSTANCE_URL` with `/api`. */
export const baseUrlFlag = {
  name: '--base-url',
  meaning: 'the part before /v1/conversation',
  expected: 'an http or https URL without query, fragment and credentials: the part before /v1/conversation',
  example: 'https://example.my.salesforce-scrt.com/api',
  required: false,
} as const satisfies SettingDefinition;

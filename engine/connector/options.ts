/** What `gate` and `proxy` are started with, and what they tell: the seam between these and the command line. */

import type { MockKeys } from '../../endpoints/mock/mock.js';
import type { ScenarioId } from '../../endpoints/org/scenarios.js';
import type { ServerIdentity } from '../../endpoints/tls/server-identity.js';
import type { EditionId } from '../../schemas/editions/editions.js';
import type { Redactor } from '../../text/redactor.js';

/** How the connector offers to be driven. */
export type DriverOptions =
  | { readonly kind: 'url'; readonly url: URL }
  /** `{subject}` and `{channel}` in an argument stand for what is asked for. */
  | { readonly kind: 'command'; readonly args: readonly string[] }
  /** One process for all subjects, asked by lines of JSON (docs/driver-protocol.md). */
  | { readonly kind: 'stdio'; readonly args: readonly string[] };

export type ConnectorEvent =
  /** It listens; `settings` are what a connector needs, by the vendor's names, secrets among them. */
  | { readonly type: 'listening'; readonly origin: string; readonly settings: Readonly<Record<string, string>> }
  | {
      readonly type: 'scenario';
      readonly id: string;
      readonly title: string;
      readonly number: number;
      readonly of: number;
    }
  | { readonly type: 'output'; readonly line: string; readonly stream: 'stdout' | 'stderr' }
  | { readonly type: 'judged'; readonly requests: number; readonly broken: number }
  | { readonly type: 'driven'; readonly asked: number; readonly failed: number };

export interface GateOptions {
  /** The connector's own command; without it, and without a driver that is started, the gate serves until the signal. */
  readonly command?: readonly string[];
  readonly driver?: DriverOptions;
  readonly scenarios: readonly ScenarioId[];
  readonly edition: EditionId;
  readonly seed: number;
  /** 0 for a free one. */
  readonly port: number;
  /** The address to listen on; 127.0.0.1 when absent. */
  readonly host?: string;
  /** Speaks https, and hands the connector the variables that name what it has to trust. */
  readonly tls?: { readonly identity: ServerIdentity; readonly trust: Readonly<Record<string, string>> };
  /** Of the org's tokens; new ones when absent, which take a while to make. */
  readonly keys?: MockKeys;
  /** Milliseconds for each run of the command. */
  readonly timeoutMs: number;
  /** How far ahead an assertion for a token may expire, in milliseconds; an hour when absent. */
  readonly assertionLifeMs?: number;
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly redactor: Redactor;
  readonly signal: AbortSignal;
  readonly onEvent?: (event: ConnectorEvent) => void;
}

export interface ProxyOptions {
  /** The part before `/v1/conversation` of the service behind. */
  readonly baseUrl: URL;
  readonly edition: EditionId;
  readonly port: number;
  /** The address to listen on; 127.0.0.1 when absent. */
  readonly host?: string;
  /** Speaks https to the connector, and shows this. */
  readonly identity?: ServerIdentity;
  /** What is known of the org; what is not known is not judged. */
  readonly orgId?: string;
  readonly authorizationContext?: string;
  readonly channels?: readonly string[];
  /** Certificates in PEM form that are trusted of the service behind, beside the public ones. */
  readonly ca?: string;
  readonly redactor: Redactor;
  readonly signal: AbortSignal;
  readonly onEvent?: (event: ConnectorEvent) => void;
}

/** The mock: a service that keeps the contract, or breaks it in just the ways that it is told to. */
import type { HttpHandler } from 'msw';
import type { Credentials } from '../../generators/credentials.js';
import type { ServerIdentity } from '../tls/server-identity.js';
import { Core, type ExchangeNote } from './core.js';
import { type FaultId, faultOf } from './faults.js';
import { ContractHandler, TokenHandler } from './handlers.js';
import {
  createMockKeys,
  defaultChannels,
  issueAccessToken,
  issueCredentials,
  issueOpaqueToken,
  type MockKeys,
} from './issue-credentials.js';
import type { ParserRefusal } from './parser-refusals.js';
import { type Listening, serve } from './serve.js';
import { type ConnectedApp, connectedApp } from './token/connected-app.js';
import { type AppTraits, TokenEndpoint, type TokenHooks } from './token/token-endpoint.js';
import { TokenVerifier } from './token-verifier.js';
import { type VariantId, variantOf } from './variants.js';

export type { ExchangeNote } from './core.js';
export { createMockKeys, type MockKeys } from './issue-credentials.js';
export type { ParserRefusal } from './parser-refusals.js';

export interface MockOptions {
  /** The edition that it speaks; 61.0 when absent. */
  readonly edition?: string;
  /** Deliberate deviations, all at once. */
  readonly faults?: readonly FaultId[];
  /** A differently built, correct service. */
  readonly variant?: VariantId;
  /** Channel address identifiers that the org knows; at least one. */
  readonly channels?: readonly string[];
  /** Milliseconds since 1970; the system's clock when absent. */
  readonly clock?: () => number;
  /** A key pair to reuse, so that many mocks of one process start fast. */
  readonly keys?: MockKeys;
  /** How long access tokens live, in milliseconds; a day when absent. */
  readonly tokenLifetimeMs?: number;
  /** How the connected app of the token endpoint is set up, where it is not as it should be. */
  readonly app?: AppTraits;
  readonly tokenHooks?: TokenHooks;
  readonly onExchange?: (note: ExchangeNote) => void;
  readonly onRefusedByParser?: (refusal: ParserRefusal) => void;
}

export interface Mock {
  /** What a run needs to know to be accepted. */
  readonly credentials: Credentials & { readonly expiredAccessToken: string };
  /** The handlers for msw's `setupServer`; what `listen` serves is this same list. */
  readonly handlers: HttpHandler[];
  readonly core: Core;
  /** The token endpoint at /services/oauth2/token of the host. */
  readonly tokenEndpoint: TokenEndpoint;
  /** What the JWT bearer flow needs to be given a token. Making it for the first time takes a tenth of a second. */
  readonly connectedApp: ConnectedApp;
  /** What must never be shown or written: for the redactor. */
  readonly secrets: readonly string[];
  /** Serves on a real socket; port 0 (the default) lets the system choose. With an identity it speaks https. Rejects when the port is taken. */
  listen(port?: number, host?: string, identity?: ServerIdentity): Promise<Listening>;
}

export async function createMock(options: MockOptions = {}): Promise<Mock> {
  const now = options.clock ?? Date.now;
  const keys = options.keys ?? (await createMockKeys());
  const lifetimeMs = options.tokenLifetimeMs;
  const settings = await issueCredentials(keys, options.channels ?? defaultChannels, now(), lifetimeMs);
  const verifier = new TokenVerifier(keys.publicKey, now);
  const core = new Core({
    edition: options.edition,
    settings,
    verifier,
    behaviours: [
      ...(options.faults ?? []).map((id) => faultOf(id).behaviour()),
      ...(options.variant === undefined ? [] : [variantOf(options.variant).behaviour()]),
    ],
    now,
    onExchange: options.onExchange,
  });
  const tokenEndpoint = new TokenEndpoint({
    ...options.tokenHooks,
    orgId: settings.orgId,
    issue: () => issueAccessToken(keys, settings.orgId, now(), lifetimeMs),
    issueOpaque: () => issueOpaqueToken(settings.orgId, verifier, now(), lifetimeMs),
    traits: options.app ?? {},
    now,
  });
  const handlers: HttpHandler[] = [new TokenHandler(tokenEndpoint), new ContractHandler(core)];
  const { accessToken, expiredAccessToken, orgId, authorizationContext, channels } = settings;
  return {
    credentials: { accessToken, orgId, authorizationContext, channels, expiredAccessToken },
    handlers,
    core,
    tokenEndpoint,
    get connectedApp() {
      return connectedApp();
    },
    secrets: [accessToken, expiredAccessToken],
    listen: (port = 0, host = '127.0.0.1', identity = undefined) =>
      serve(handlers, { port, host, identity, onRefusedByParser: options.onRefusedByParser }),
  };
}

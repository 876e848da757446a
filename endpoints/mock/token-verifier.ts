/** Verifies access tokens for real: compact form, RS256 signature, expiry. Remembers outcomes by token text. */
import { type CryptoKey, compactVerify } from 'jose';
import { isJsonObject, parseJson } from '../../schemas/validation/parse-json.js';

export type TokenOutcome =
  /** Signed by the org and not yet expired. */
  | 'valid'
  /** Signed by the org, past its expiry time. */
  | 'expired'
  /** A readable token whose signature does not prove it. */
  | 'forged'
  /** Not one JSON Web Token in compact form. */
  | 'unreadable';

export interface TokenReading {
  readonly text: string;
  readonly outcome: TokenOutcome;
  /** Members of the JOSE header and of the claims set; empty when the token cannot be read. */
  readonly header: Readonly<Record<string, unknown>>;
  readonly claims: Readonly<Record<string, unknown>>;
}

type Parts = Pick<TokenReading, 'header' | 'claims'>;
type Remembered = Parts & { readonly signed: boolean; readonly readable: boolean };

/** Enough for every token that a run makes up; beyond it all are forgotten, so that hostile callers cost no memory. */
const mostRemembered = 500;

export class TokenVerifier {
  readonly #key: CryptoKey;
  readonly #now: () => number;
  readonly #remembered = new Map<string, Remembered>();
  readonly #opaque = new Map<string, Remembered>();

  /** @param now milliseconds since 1970 */
  constructor(key: CryptoKey, now: () => number) {
    this.#key = key;
    this.#now = now;
  }

  /** Takes a token that is no JWT as one of the org, as orgs do that were not told to issue JWTs. */
  acceptOpaque(text: string, orgId: string, expiresAtMs: number): void {
    this.#opaque.set(text, {
      header: {},
      claims: { org_id: orgId, exp: expiresAtMs / 1000 },
      readable: true,
      signed: true,
    });
  }

  async verify(text: string): Promise<TokenReading> {
    const known = this.#remembered.get(text) ?? this.#opaque.get(text) ?? (await this.#examine(text));
    return { text, outcome: this.#outcome(known), header: known.header, claims: known.claims };
  }

  #outcome({ readable, signed, claims }: Remembered): TokenOutcome {
    if (!readable) return 'unreadable';
    if (!signed) return 'forged';
    return typeof claims.exp === 'number' && claims.exp * 1000 > this.#now() ? 'valid' : 'expired';
  }

  async #examine(text: string): Promise<Remembered> {
    const parts = readCompactToken(text);
    const signed = parts !== undefined && (await this.#isSigned(text));
    const remembered = { header: {}, claims: {}, ...parts, readable: parts !== undefined, signed };
    if (this.#remembered.size >= mostRemembered) this.#remembered.clear();
    this.#remembered.set(text, remembered);
    return remembered;
  }

  async #isSigned(text: string): Promise<boolean> {
    try {
      await compactVerify(text, this.#key, { algorithms: ['RS256'] });
      return true;
    } catch {
      return false;
    }
  }
}

/** Three parts in canonical base64url of which two are JSON objects (RFC 7519); an unsigned token has an empty third. */
function readCompactToken(text: string): Parts | undefined {
  const parts = text.split('.');
  if (parts.length !== 3 || !parts.every((part) => textIn(part, 'base64url') === part)) return undefined;
  const [header, claims] = parts.slice(0, 2).map((part) => parseJson(textIn(part, 'utf8')));
  if (!header?.ok || !claims?.ok || !isJsonObject(header.value) || !isJsonObject(claims.value)) return undefined;
  return { header: header.value, claims: claims.value };
}

function textIn(part: string, encoding: 'base64url' | 'utf8'): string {
  return Buffer.from(part, 'base64url').toString(encoding);
}

/**
 * How a shell makes the altered tokens of the catalogue from a good one, so that a line that sends one can be pasted: by
 * the slug of the violation, what TOKEN is set to. Pure.
 */
import type { NamedViolation } from '../replay/remake.js';

/** By awk, which gets the three parts of the token. */
const parts = (program: string): string => `$(printf %s "$SF_ACCESS_TOKEN" | awk -F. '{ ${program} }')`;

/** Made by the shell: written out it would share its beginning with a token, and be taken for a piece of one. */
const withHeader = (alg: string): string =>
  `$(printf '%s.%s' "$(printf %s '${JSON.stringify({ alg, typ: 'JWT' })}' | base64 | tr '+/' '-_' | tr -d '=\\n')" "$(printf %s "$SF_ACCESS_TOKEN" | cut -d. -f2)")`;

const changes: Readonly<Record<string, string>> = {
  'one-character-of-the-signature-changed': parts(
    'm = int(length($3) / 2); c = substr($3, m + 1, 1) == "A" ? "B" : "A"; print $1 "." $2 "." substr($3, 1, m) c substr($3, m + 2)',
  ),
  'first-character-of-the-signature-changed': parts(
    'c = substr($3, 1, 1) == "x" ? "y" : "x"; print $1 "." $2 "." c substr($3, 2)',
  ),
  'signature-cut-by-eight-characters': parts('print substr($0, 1, length($0) - 8)'),
  'signature-cut-to-half': parts('print $1 "." $2 "." substr($3, 1, int(length($3) / 2))'),
  'signature-removed': parts('print $1 "." $2 "."'),
  'signature-reversed': parts('for (i = length($3); i > 0; i--) r = r substr($3, i, 1); print $1 "." $2 "." r'),
  'unsigned-with-alg-none': `${withHeader('none')}.`,
  'unsigned-with-alg-none-capitalised': `${withHeader('None')}.`,
  'signed-with-hs256-and-a-guessed-key': `${withHeader('HS256')}
TOKEN=$TOKEN.$(printf %s "$TOKEN" | openssl dgst -sha256 -hmac secret -binary | base64 | tr '+/' '-_' | tr -d '=\\n')`,
  'a-claim-added-signature-kept': `$(printf %s "$SF_ACCESS_TOKEN" | node -p '
  const [header, claims, signature] = fs.readFileSync(0, "utf8").split(".");
  const more = { ...JSON.parse(Buffer.from(claims, "base64url")), admin: true };
  [header, Buffer.from(JSON.stringify(more)).toString("base64url"), signature].join(".")')`,
  'in-lower-case': '$(printf %s "$SF_ACCESS_TOKEN" | tr A-Z a-z)',
  'in-upper-case': '$(printf %s "$SF_ACCESS_TOKEN" | tr a-z A-Z)',
  'two-parts-only': parts('print $1 "." $2'),
  'a-part-too-many': parts('print $0 "." $3'),
  'a-blank-inside': parts('print $1 ". " $2 "." $3'),
  'dots-percent-encoded': parts('print $1 "%2E" $2 "%2E" $3'),
  'a-token-past-its-time': '"$SF_EXPIRED_ACCESS_TOKEN"',
};

/** Lines that set TOKEN; undefined where no change of that name is known. */
export function tokenChange({ clause, slug }: NamedViolation): string | undefined {
  const isOfToken = clause.startsWith('headers/authorization/') && Object.hasOwn(changes, slug);
  const change = isOfToken ? changes[slug] : undefined;
  return change === undefined ? undefined : `TOKEN=${change}`;
}

/** Channel definition names that are not a prefix and a name, both developer names, joined by an underscore. */
import type { Miss } from './index.js';

export function authorizationContextMisses(context: string): readonly Miss[] {
  const cut = context.indexOf('_');
  const [prefix, name] = [context.slice(0, cut), context.slice(cut + 1)];
  return [
    ['no-underscore', 'no underscore', `${prefix}${name}`.replaceAll('_', ''), 1],
    ['only-the-prefix', 'only the prefix', prefix],
    ['the-prefix-and-an-underscore', 'the prefix and an underscore', `${prefix}_`, 3],
    ['an-underscore-and-the-name', 'an underscore and the name', `_${name}`, 3],
    ['only-an-underscore', 'only an underscore', '_'],
    ['an-underscore-at-the-end', 'an underscore at the end', `${context}_`, 2],
    ['an-underscore-at-the-start', 'an underscore at the start', `_${context}`],
    ['a-digit-at-the-start', 'a digit at the start', `1${context}`],
    ['a-hyphen-for-the-underscore', 'a hyphen for the underscore', `${prefix}-${name}`.replaceAll('_', '-')],
    ['a-full-stop-for-the-underscore', 'a full stop for the underscore', `${prefix}.${name}`.replaceAll('_', '.')],
    ['a-blank-for-the-underscore', 'a blank for the underscore', `${prefix} ${name}`.replaceAll('_', ' ')],
    ['a-hyphen-inside', 'a hyphen inside', `${prefix}_${name}-x`, 3],
    ['a-blank-inside', 'a blank inside', `${prefix}_${name} x`, 3],
    ['in-braces', 'in braces', `{${prefix}}_{${name}}`],
    ['in-quotes', 'in quotes', `"${context}"`],
  ];
}

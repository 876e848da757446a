/** Content-Type values with another media type, or without a usable boundary. */
import type { Miss } from './index.js';

export function mediaTypeMisses(value: string): readonly Miss[] {
  const parameters = value.slice(value.indexOf(';'));
  const withParameters = (slug: string, type: string, rank?: number): Miss => [
    `${slug}-with-the-boundary`,
    `${type} with the boundary`,
    `${type}${parameters}`,
    rank,
  ];
  return [
    ['application-json', 'application/json', 'application/json'],
    ['application-x-www-form-urlencoded', 'application/x-www-form-urlencoded', 'application/x-www-form-urlencoded'],
    ['text-plain', 'text/plain', 'text/plain'],
    ['application-octet-stream', 'application/octet-stream', 'application/octet-stream'],
    withParameters('application-json', 'application/json', 1),
    withParameters('multipart-mixed', 'multipart/mixed', 2),
    withParameters('multipart-related', 'multipart/related'),
    withParameters('multipart-alternative', 'multipart/alternative'),
    withParameters('multipart-form-underscore-data', 'multipart/form_data'),
    withParameters('multipart-formdata', 'multipart/formdata'),
    withParameters('multipart-form-dat', 'multipart/form-dat'),
    withParameters('multipart-form-data2', 'multipart/form-data2'),
    withParameters('multipart', 'multipart'),
    withParameters('form-data', 'form-data'),
    withParameters('multipart-and-an-asterisk', 'multipart/*'),
  ];
}

export function boundaryMisses(value: string): readonly Miss[] {
  const boundary = value.slice(value.indexOf('=') + 1);
  return [
    ['no-boundary', 'no boundary', 'multipart/form-data', 1],
    ['a-semicolon-and-no-boundary', 'a semicolon and no boundary', 'multipart/form-data;'],
    ['only-a-charset', 'only a charset', 'multipart/form-data; charset=utf-8'],
    ['an-empty-boundary', 'an empty boundary', 'multipart/form-data; boundary='],
    ['an-empty-boundary-in-quotes', 'an empty boundary in quotes', 'multipart/form-data; boundary=""'],
    ['the-parameter-misspelled', 'the parameter misspelled', `multipart/form-data; boundry=${boundary}`],
  ];
}

/**
 * Other media types for a body that is JSON. Left out is what widespread servers take for JSON by their defaults
 * (text/json and every type that ends in +json): nobody said that these must be refused.
 */
export function jsonMediaTypeMisses(): readonly Miss[] {
  const types: readonly (readonly [slug: string, type: string, rank?: number])[] = [
    ['multipart-form-data-with-a-boundary', 'multipart/form-data; boundary=----byoc', 1],
    ['text-plain', 'text/plain', 2],
    ['application-x-www-form-urlencoded', 'application/x-www-form-urlencoded', 3],
    ['application-octet-stream', 'application/octet-stream'],
    ['text-html', 'text/html'],
    ['application-xml', 'application/xml'],
    ['multipart-form-data', 'multipart/form-data'],
    ['multipart-mixed-with-a-boundary', 'multipart/mixed; boundary=----byoc'],
    ['application-jso', 'application/jso'],
    ['application-jsonx', 'application/jsonx', 2],
    ['application-x-ndjson', 'application/x-ndjson'],
    ['application-and-an-asterisk', 'application/*'],
    ['application', 'application'],
    ['json', 'json'],
  ];
  return types.map(([slug, type, rank]) => [slug, type, type, rank]);
}

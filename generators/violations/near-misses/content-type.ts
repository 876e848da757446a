/** Content-Type values with another media type, or without a usable boundary. */
import type { Miss } from './index.js';

export function mediaTypeMisses(value: string): readonly Miss[] {
  const parameters = value.slice(value.indexOf(';'));
  const withParameters = (type: string): Miss => [`${type} with the boundary`, `${type}${parameters}`];
  return [
    ['application/json', 'application/json'],
    ['application/x-www-form-urlencoded', 'application/x-www-form-urlencoded'],
    ['text/plain', 'text/plain'],
    ['application/octet-stream', 'application/octet-stream'],
    withParameters('application/json'),
    withParameters('multipart/mixed'),
    withParameters('multipart/related'),
    withParameters('multipart/alternative'),
    withParameters('multipart/form_data'),
    withParameters('multipart/formdata'),
    withParameters('multipart/form-dat'),
    withParameters('multipart/form-data2'),
    withParameters('multipart'),
    withParameters('form-data'),
    withParameters('multipart/*'),
  ];
}

export function boundaryMisses(value: string): readonly Miss[] {
  const boundary = value.slice(value.indexOf('=') + 1);
  return [
    ['no boundary', 'multipart/form-data'],
    ['a semicolon and no boundary', 'multipart/form-data;'],
    ['only a charset', 'multipart/form-data; charset=utf-8'],
    ['an empty boundary', 'multipart/form-data; boundary='],
    ['an empty boundary in quotes', 'multipart/form-data; boundary=""'],
    ['the parameter misspelled', `multipart/form-data; boundry=${boundary}`],
  ];
}

/**
 * Other media types for a body that is JSON. Left out is what widespread servers take for JSON by their defaults
 * (text/json and every type that ends in +json): nobody said that these must be refused.
 */
export function jsonMediaTypeMisses(): readonly Miss[] {
  const types = [
    'multipart/form-data; boundary=----byoc',
    'text/plain',
    'application/x-www-form-urlencoded',
    'application/octet-stream',
    'text/html',
    'application/xml',
    'multipart/form-data',
    'multipart/mixed; boundary=----byoc',
    'application/jso',
    'application/jsonx',
    'application/x-ndjson',
    'application/*',
    'application',
    'json',
  ];
  return types.map((type) => [type, type]);
}

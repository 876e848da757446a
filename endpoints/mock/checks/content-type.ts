/** Checks of Headers › Content-Type: of a form, and of JSON in the later editions. */
import { isBoundary } from '../../../wire/multipart/boundary.js';
import { type Check, checksOf } from '../check.js';
import type { HeadReading } from '../reading.js';
import { onlyOnce, required } from './header.js';

const refusal = { status: 415, code: 10016 } as const;

const requiredCheck = required('Content-Type', 'headers/content-type/required', refusal);

export const contentTypeChecks: readonly Check<HeadReading>[] = [
  requiredCheck,
  onlyOnce('Content-Type', 'headers/content-type/media-type'),
  ...checksOf<HeadReading>(refusal, {
    'headers/content-type/media-type': [
      'The media type is not multipart/form-data.',
      ({ contentType }) => contentType?.mediaType !== 'multipart/form-data',
    ],
    'headers/content-type/boundary': [
      'The boundary parameter is missing or malformed.',
      ({ contentType }) => !isBoundary(contentType?.parameters.get('boundary') ?? ''),
    ],
  }),
];

export const jsonContentTypeChecks: readonly Check<HeadReading>[] = [
  requiredCheck,
  onlyOnce('Content-Type', 'headers/content-type/json'),
  ...checksOf<HeadReading>(refusal, {
    'headers/content-type/json': [
      'The media type is not application/json.',
      ({ contentType }) => contentType?.mediaType !== 'application/json',
    ],
  }),
];

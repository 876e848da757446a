/** Faults of Answer › refusal: pages that repeat, unescaped, something that the caller sent. */
import { changesRefusal } from '../hooks.js';
import { faultsOf, rowsBy } from '../named-behaviour.js';
import { headerOf, type ServiceRequest, sentPair } from '../service-request.js';

const repeats = rowsBy((what: (received: ServiceRequest) => string | undefined) =>
  changesRefusal((_usual, { refusal, received }) => ({
    status: refusal.status,
    fields: [['Content-Type', 'text/html; charset=utf-8']],
    body: `<!doctype html><title>Error</title><p>The request was refused.</p>${what(received) ?? ''}`,
  })),
);

const bodyOf = ({ body }: ServiceRequest): string => body.toString('utf8');
const typeOf = (received: ServiceRequest): string => headerOf(received, 'content-type') ?? '';

/** All that the caller wrote but the token. */
function writtenBy(received: ServiceRequest): string {
  const values = received.fields.filter(([name]) => name.toLowerCase() !== 'authorization').map(([, value]) => value);
  return [...values, received.target, bodyOf(received)].join('<br>');
}

export const refusalMarkupFaults = faultsOf('refusal', {
  'answer/refusal/no-markup': repeats({
    markup: ['Writes all that the caller sent into an error page unescaped.', writtenBy],
    'subject-markup': ['Writes the body of the request into an error page unescaped.', bodyOf],
    'subject-echo': ['Writes the subject into an error page unescaped.', (received) => sentPair(received).subject],
    'channel-echo': ['Writes the channel into an error page unescaped.', (received) => sentPair(received).channel],
    'content-type-echo': [
      'Writes the media type into an error page unescaped.',
      (received) => typeOf(received).split(';', 1)[0],
    ],
    'boundary-echo': [
      'Writes the boundary into an error page unescaped.',
      (received) => /boundary="([^"]*)"/.exec(typeOf(received))?.[1],
    ],
    'part-name-echo': [
      'Writes the names of the parts into an error page unescaped.',
      (received) => Array.from(bodyOf(received).matchAll(/form-data; name="([^"]*)"/g), ([, name]) => name).join(' '),
    ],
  }),
});

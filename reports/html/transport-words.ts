/** Why no complete answer came, in plain words. */

const words: ReadonlyMap<string, string> = new Map([
  ['dns', 'The host name could not be resolved.'],
  ['connection-refused', 'Nothing accepts connections at this address.'],
  ['tls', 'No trusted encrypted connection could be made.'],
  ['proxy', 'The proxy opened no way to the service.'],
  ['connect-timeout', 'No connection was made in time.'],
  ['write-timeout', 'The request could not be written in time.'],
  ['answer-timeout', 'The request was sent, and no answer began in time.'],
  ['body-timeout', 'The answer began but did not end in time.'],
  ['reset', 'The connection was reset before the answer was complete.'],
  ['closed-early', 'The connection was closed before the answer was complete.'],
  ['malformed-answer', 'What came is not an HTTP answer.'],
  ['answer-too-large', 'The answer was larger than the suite reads.'],
  ['throttled', 'The service kept asking to wait, for longer than the suite waits.'],
  ['budget-spent', 'Not sent: the request budget was spent.'],
  ['token-dead', 'Refused because the access token was no longer good: this says nothing of the request.'],
  ['staged', 'The scenario plays this:'],
  ['framing', 'The request is not well-formed HTTP.'],
  ['aborted', 'Not finished: the run was cut short.'],
]);

/** A sentence for a kind of transport failure; a kind from a later edition of the record gets a general one. */
export function transportWords(kind: string): string {
  return words.get(kind) ?? 'The exchange failed in transport.';
}

/** Stands for an access token that is not there yet: of the form of a JWT, so that a plan counts what a JWT lets it do. */
export const tokenToCome = [{ alg: 'RS256' }, { note: 'this token is still to come' }, 'no signature yet']
  .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
  .join('.');

/** The one door to fast-check, so that a new major touches one file. */
export * as fc from 'fast-check';

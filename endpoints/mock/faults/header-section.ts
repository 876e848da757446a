/** Faults of header names and values in general. */

import { fits, refusesWhen } from '../hooks.js';
import { faultsOf, rowsBy } from '../named-behaviour.js';
import type { AcceptedReading } from '../reading.js';

const namesOfTheSpecification = ['Authorization', 'Content-Type', 'OrgId', 'AuthorizationContext', 'RequestId'];
const inLowerCase = new Set(namesOfTheSpecification.map((name) => name.toLowerCase()));

/** The fields of the five headers, as they came. */
function fieldsOf({ received }: AcceptedReading) {
  return received.fields.filter(([name]) => inLowerCase.has(name.toLowerCase()));
}

const refusesName = rowsBy((condition: (name: string) => boolean) =>
  refusesWhen((reading) => fieldsOf(reading).some(([name]) => condition(name))),
);

const refusesValue = rowsBy((condition: (value: string) => boolean) => ({
  wantsExactFields: true,
  ...refusesWhen((reading) => fieldsOf(reading).some(([, value]) => condition(value))),
}));

export const headerSectionFaults = faultsOf('header-section', {
  'headers/names/any-case': refusesName({
    'names-case-sensitive': [
      'Knows header names only as the specification writes them.',
      (name) => !namesOfTheSpecification.includes(name),
    ],
    'names-in-lower-case-refused': [
      'Does not find header names that are written in lower case.',
      (name) => name === name.toLowerCase(),
    ],
    'names-in-upper-case-refused': [
      'Does not find header names that are written in upper case.',
      (name) => name === name.toUpperCase(),
    ],
  }),
  'headers/values/optional-whitespace': refusesValue({
    'leading-blanks-kept': ['Takes blanks or tabs in front of a value for a part of it.', fits(/^[ \t]/)],
    'trailing-blanks-kept': ['Takes blanks or tabs behind a value for a part of it.', fits(/[ \t]$/)],
    'tabs-kept': ['Removes blanks around a value, but no tabs.', fits(/^ *\t|\t *$/)],
  }),
});

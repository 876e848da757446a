/** Faults of header names and values in general. */
import type { Behaviour } from '../behaviour.js';
import type { Fault } from '../fault.js';
import type { AcceptedReading } from '../reading.js';
import { refusesWhen } from './refusing.js';

const namesOfTheSpecification = ['Authorization', 'Content-Type', 'OrgId', 'AuthorizationContext', 'RequestId'];
const inLowerCase = new Set(namesOfTheSpecification.map((name) => name.toLowerCase()));

/** The fields of the five headers, as they came. */
function fieldsOf({ received }: AcceptedReading) {
  return received.fields.filter(([name]) => inLowerCase.has(name.toLowerCase()));
}

const refusesName = (condition: (name: string) => boolean) =>
  refusesWhen((reading) => fieldsOf(reading).some(([name]) => condition(name)));

const refusesValue = (condition: (value: string) => boolean) => (): Behaviour => ({
  wantsExactFields: true,
  ...refusesWhen((reading) => fieldsOf(reading).some(([, value]) => condition(value)))(),
});

export const headerSectionFaults = [
  {
    id: 'header-section/names-case-sensitive',
    clause: 'headers/names/any-case',
    summary: 'Knows header names only as the specification writes them.',
    minLevel: 'standard',
    behaviour: refusesName((name) => !namesOfTheSpecification.includes(name)),
  },
  {
    id: 'header-section/names-in-lower-case-refused',
    clause: 'headers/names/any-case',
    summary: 'Does not find header names that are written in lower case.',
    minLevel: 'standard',
    behaviour: refusesName((name) => name === name.toLowerCase()),
  },
  {
    id: 'header-section/names-in-upper-case-refused',
    clause: 'headers/names/any-case',
    summary: 'Does not find header names that are written in upper case.',
    minLevel: 'standard',
    behaviour: refusesName((name) => name === name.toUpperCase()),
  },
  {
    id: 'header-section/leading-blanks-kept',
    clause: 'headers/values/optional-whitespace',
    summary: 'Takes blanks or tabs in front of a value for a part of it.',
    minLevel: 'standard',
    behaviour: refusesValue((value) => /^[ \t]/.test(value)),
  },
  {
    id: 'header-section/trailing-blanks-kept',
    clause: 'headers/values/optional-whitespace',
    summary: 'Takes blanks or tabs behind a value for a part of it.',
    minLevel: 'standard',
    behaviour: refusesValue((value) => /[ \t]$/.test(value)),
  },
  {
    id: 'header-section/tabs-kept',
    clause: 'headers/values/optional-whitespace',
    summary: 'Removes blanks around a value, but no tabs.',
    minLevel: 'standard',
    behaviour: refusesValue((value) => /^ *\t|\t *$/.test(value)),
  },
] as const satisfies readonly Fault[];

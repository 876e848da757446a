/**
 * Proves that the gate tells right connectors from wrong ones in every language of the examples: each right one is all
 * green, each faulty one red with exactly its clauses.
 */
import { describe, test } from 'node:test';
import { readFaults } from '../../tools/connector-faults/fault-list.js';
import { languageOf, languages } from '../../tools/connector-faults/languages.js';
import { assertAllGreen, assertRed } from '../support/example-connectors.js';

// They mostly wait, as they are told to; more than three at once would disturb each other's times.
describe('correct connectors', { concurrency: 3 }, () => {
  for (const language of languages) {
    const skip = language.missing() ?? false;
    test(`${language.connector} (${language.name})`, { skip }, (t) => assertAllGreen(t, language));
  }
});

describe('faulty connectors', { concurrency: 3 }, () => {
  for (const fault of readFaults()) {
    const skip = languageOf(fault.connector).missing() ?? false;
    test(`${fault.fault} (${fault.connector})`, { skip }, () => assertRed(fault));
  }
});

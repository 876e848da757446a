/** A sample of what tests/matrices/examples.test.ts proves of every language: a fault of each that starts fast. */
import { describe, test } from 'node:test';
import { readFaults } from '../../../tools/connector-faults/fault-list.js';
import { languageOf } from '../../../tools/connector-faults/languages.js';
import { assertRed } from '../../support/example-connectors.js';

const connectors = ['node-fetch.mjs', 'node-axios.mjs', 'python_requests.py', 'connector.sh'];
const inGoodHealth = readFaults().filter(({ scenario }) => scenario === 'all-well');

describe('faulty connectors', { concurrency: 2 }, () => {
  for (const connector of connectors) {
    const fault = inGoodHealth.find((one) => one.connector === connector);
    const skip = languageOf(connector).missing() ?? false;
    if (fault !== undefined) test(`${fault.fault} (${connector})`, { skip }, () => assertRed(fault));
  }
});

/** A sample of tests/matrices/any-bytes.test.ts. */
import { testAnyBytes } from '../../support/any-bytes/property.js';

testAnyBytes(500);

/** Ten thousand connections with whatever bytes there are. */
import { testAnyBytes } from '../support/any-bytes/property.js';

testAnyBytes(10_000);

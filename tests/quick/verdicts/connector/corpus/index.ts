/** Every client of the corpus. */
import { browsers } from './browsers.js';
import type { Client } from './client.js';
import { curls } from './curl.js';
import { javas } from './java.js';
import { nodes } from './node.js';
import { odds } from './odd.js';
import { others } from './others.js';
import { pythons } from './python.js';

export const corpus: readonly Client[] = [...browsers, ...curls, ...pythons, ...javas, ...others, ...nodes, ...odds];

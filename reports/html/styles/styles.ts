/** All styles of the page in the order of the cascade. */
import { baseStyles } from './base.js';
import { colourStyles } from './colours.js';
import { evidenceStyles } from './evidence.js';
import { identityStyles } from './identities.js';
import { printStyles } from './print.js';
import { sectionStyles } from './sections.js';
import { tableStyles } from './tables.js';

export const styles = [
  colourStyles,
  baseStyles,
  sectionStyles,
  evidenceStyles,
  tableStyles,
  identityStyles,
  printStyles,
].join('');

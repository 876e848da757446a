/** What every help says last: the exit codes. */
import { layOut } from '../output/table.js';

const rows = [
  ['0', 'conformant; or the command did what it was asked'],
  ['1', 'nonconformant: a clause was broken'],
  ['2', 'wrong usage or settings, or a file that cannot be used'],
  ['3', 'inconclusive: it could not be judged, or nothing was exercised'],
  ['4', 'a waiver has expired or is no longer needed'],
  ['5', 'a fault of the suite itself'],
  ['130', 'ended at once by a second Ctrl-C, without a report'],
];

export const exitCodesHelp = `
Exit codes:
${layOut(rows, '  ')}
`;

/** The verdicts and the causes of those that decide nothing. */

/** What a clause, a case or a run can come to. `waived` is put on where a release is decided, never by a judge. */
export type Verdict = 'conformant' | 'nonconformant' | 'inconclusive' | 'not exercised' | 'waived' | 'observed';

/** Why a case could not be judged. */
export type Cause =
  | 'unreachable'
  | 'credentials refused'
  | 'control refused'
  | 'throttled'
  | 'budget spent'
  | 'cut short'
  | 'not reproduced'
  | 'another clause broken'
  | 'opaque token'
  | 'not configured'
  | '--reuse-subjects';

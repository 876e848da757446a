/** The verdicts and the causes of those that decide nothing. */
/** What a clause, a case or a run can come to. `waived` is put on where a release is decided, never by a judge. */
const verdicts = ['conformant', 'nonconformant', 'inconclusive', 'not exercised', 'waived', 'observed'] as const;
export type Verdict = (typeof verdicts)[number];

/** Why a case could not be judged. */
const causes = [
  'unreachable',
  'credentials refused',
  'control refused',
  'throttled',
  'budget spent',
  'cut short',
  'not reproduced',
  'another clause broken',
  'opaque token',
  'not configured',
  '--reuse-subjects',
] as const;
export type Cause = (typeof causes)[number];

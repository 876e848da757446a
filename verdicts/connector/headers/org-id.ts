/** Judges OrgId beyond its schema, and says what is wrong with it. */
import { broken, type ConnectorContract, type Examination, nothing } from '../contract.js';
import { chosenWords, noValue, shown, type WordRow, type Words } from '../words.js';

/** Whether it is the org of the token, where that is known. */
export function judgeOrg(value: string, { orgId }: ConnectorContract): Examination {
  if (orgId === '') return nothing;
  const clause = 'headers/org-id/token-org';
  const findings = value === orgId ? [] : [broken(clause, otherOrgWords(value, orgId))];
  return { findings, exercised: [clause] };
}

export function orgIdWords(value: string, { orgId }: ConnectorContract): Words {
  const expected = `The header OrgId is expected to have exactly 15 letters and digits, and ${shown(value)} came`;
  const nothing = noValue(value);
  const bare = value.replace(/[^A-Za-z0-9]/g, '');
  const rows: readonly WordRow[] = [
    [nothing !== undefined, `, ${nothing}`, 'Set it to SF_ORG_ID.'],
    [
      /^[A-Za-z0-9]{18}$/,
      ', the 18-character form of an id',
      `Keep the first 15 characters, in their letter case: ${value.slice(0, 15)}. The last three only repeat which letters are capitals.`,
    ],
    [bare.length === 15 && bare !== value, '', `Send the id without signs around or in it: ${bare}.`],
    [/\./, '', 'Send the id of the org, not its domain name.'],
  ];
  // A value that is shown cut is shown with its length.
  const length = value.length > 60 ? '' : ` (${value.length} characters)`;
  const example = orgId === '' ? '' : `: ${orgId}`;
  return chosenWords(expected, value, rows, [length, `Send the 15-character id of the org, SF_ORG_ID${example}.`]);
}

function otherOrgWords(value: string, orgId: string): Words {
  const message = `The org of the token is ${shown(orgId)}, and the header OrgId named ${shown(value)}.`;
  if (value.toLowerCase() === orgId.toLowerCase()) {
    return {
      message,
      advice: 'Letter case counts in the 15-character form: send the id as it was given, without changing its case.',
    };
  }
  const kind = value.startsWith('00D') ? '' : ' The id of an org begins with 00D: this one names something else.';
  return { message, advice: `Take the org id from the same settings as the token (SF_ORG_ID).${kind}` };
}

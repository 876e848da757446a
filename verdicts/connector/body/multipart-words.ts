/** Says what is wrong with a body that is no form of the announced boundary. */
import { type MultipartFault, multipartFaults } from '../../../wire/multipart/multipart-faults.js';
import type { Words } from '../contract.js';
import { type Duties, editionTaking } from '../duties.js';
import { shown } from '../shown.js';

const expected = 'The body is expected to be a form cut by the boundary that Content-Type announces';
const byLibrary =
  'Let the HTTP library write both the body and the header Content-Type; do not set the header by hand.';

export function multipartWords(fault: MultipartFault, body: Buffer, boundary: string, duties: Duties): Words {
  const say = (came: string, advice: string): Words => ({ message: `${expected}, and ${came}.`, advice });
  switch (fault) {
    case 'empty-body':
      return say(
        'the body is empty',
        'Hand the form to the call as its body. A form that was a stream is empty when it is sent a second time, as in a retry or behind a redirect: build it anew.',
      );
    case 'no-delimiter':
      return noDelimiterWords(body, boundary, duties, say);
    case 'no-closing-delimiter':
      return say(
        'the closing boundary is missing',
        `End the form with a line of two hyphens, the boundary and two more hyphens. A Content-Length that counts characters and not bytes cuts the end off as well.`,
      );
    case 'bare-line-feed':
      return say(
        'its lines end in a line feed alone',
        'End every line of the form with carriage return and line feed ("\\r\\n"); better, let the HTTP library write the form.',
      );
    case 'part-without-name':
    case 'part-without-disposition':
    case 'part-not-form-data':
      return say(
        multipartFaults[fault],
        'Begin each part with: Content-Disposition: form-data; name="..." (the name of the value that it holds), a line end, and an empty line.',
      );
    case 'broken-part-header':
      return say(
        'a header line of a part cannot be read',
        'Write each header of a part as name, colon, value, with every quote closed, and put an empty line in front of the content.',
      );
    case 'bad-boundary':
    case 'too-many-parts':
      return say(multipartFaults[fault], byLibrary);
  }
}

function noDelimiterWords(
  body: Buffer,
  boundary: string,
  duties: Duties,
  say: (came: string, advice: string) => Words,
): Words {
  const text = body.toString('utf8', 0, 2000);
  const head = text.trimStart();
  if (/^[{[]/.test(head) && !head.startsWith('[object ')) {
    const { edition, members } = duties;
    const other = editionTaking('application/json', duties);
    return say(
      'the body is JSON',
      `Send a form with the parts ${members.join(' and ')}.${
        other === undefined
          ? ''
          : ` Edition ${edition} takes a form; the later pages (edition ${other}) take JSON with Content-Type: application/json: if the connector is written for those, send that header and judge it with --edition ${other}.`
      }`,
    );
  }
  if (head.startsWith('[object ')) {
    return say(
      `${shown(head)} came, what JavaScript writes for an object that was turned to text`,
      'Hand the form object itself to the HTTP client, not a text made of it, and use a form that the client knows (with form-data: form.getHeaders()).',
    );
  }
  const first = /^--(\S[^\r\n]{0,69})\r?\n/.exec(head)?.[1];
  if (first !== undefined && boundary === `--${first}`) {
    return say(
      'the header names it with the two hyphens that stand in front of it in the body',
      `Name the boundary without them in the header: boundary=${first}. ${byLibrary}`,
    );
  }
  if (first !== undefined && first !== boundary) {
    return say(
      `the body is cut by another one: ${shown(first)} in the body, ${shown(boundary)} in the header`,
      `The header was made for another form. ${byLibrary}`,
    );
  }
  if (head.startsWith(boundary))
    return say(
      'its boundary lines lack the two hyphens',
      'In the body each boundary has two hyphens in front of it; the last one has two behind it as well.',
    );
  if (/^[\w.%+[\]-]+=[^\r\n]*$/.test(head)) {
    return say(
      'the body is urlencoded',
      'Send the same fields as multipart/form-data (curl: -F and not -d; Python: files= and not data=; axios: a FormData and not URLSearchParams).',
    );
  }
  return say('no line of the body is that boundary', byLibrary);
}

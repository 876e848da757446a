/** Says what is wrong with a body that is no form of the announced boundary. */
import { type MultipartFault, multipartFaults } from '../../../wire/multipart/multipart-faults.js';
import { type Duties, editionTaking } from '../duties.js';
import { shown, type Told, type Words } from '../words.js';
import { bodyLooks } from './body-looks.js';

const byLibrary =
  'Let the HTTP library write both the body and the header Content-Type; do not set the header by hand.';
const partHead =
  'Begin each part with: Content-Disposition: form-data; name="..." (the name of the value that it holds), a line end, and an empty line.';

/** By fault, but for a body without the boundary: there what came tells more. */
const told: Readonly<Record<Exclude<MultipartFault, 'no-delimiter'>, Told>> = {
  'empty-body': [
    'the body is empty',
    'Hand the form to the call as its body. A form that was a stream is empty when it is sent a second time, as in a retry or behind a redirect: build it anew.',
  ],
  'no-closing-delimiter': [
    'the closing boundary is missing',
    'End the form with a line of two hyphens, the boundary and two more hyphens. A Content-Length that counts characters and not bytes cuts the end off as well.',
  ],
  'bare-line-feed': [
    'its lines do not end in carriage return and line feed, but in one of the two alone',
    'End every line of the form with carriage return and line feed ("\\r\\n"); better, let the HTTP library write the form.',
  ],
  'broken-part-header': [
    'a header line of a part cannot be read',
    'Write each header of a part as name, colon, value, with every quote closed, and put an empty line in front of the content.',
  ],
  'part-without-name': [multipartFaults['part-without-name'], partHead],
  'part-without-disposition': [multipartFaults['part-without-disposition'], partHead],
  'part-not-form-data': [multipartFaults['part-not-form-data'], partHead],
  'bad-boundary': [multipartFaults['bad-boundary'], byLibrary],
  'too-many-parts': [multipartFaults['too-many-parts'], byLibrary],
};

export function multipartWords(fault: MultipartFault, body: Buffer, boundary: string, duties: Duties): Words {
  const [came, advice] = fault === 'no-delimiter' ? toldWithoutDelimiter(body, boundary, duties) : told[fault];
  const expected = 'The body is expected to be a form cut by the boundary that Content-Type announces';
  return { message: `${expected}, and ${came}.`, advice };
}

/** A form or another object that was turned to text. */
export function toldOfObject(text: string): Told {
  return [
    `${shown(text)} came, what JavaScript writes for an object that was turned to text`,
    'Hand the object itself to the HTTP client, not a text made of it, and use a form that the client knows (with form-data: form.getHeaders()).',
  ];
}

function toldWithoutDelimiter(body: Buffer, boundary: string, duties: Duties): Told {
  const head = body.toString('utf8', 0, 2000).trimStart();
  const looks = bodyLooks(body);
  if (looks.kind === 'JSON') {
    const { edition, members } = duties;
    const other = editionTaking('application/json', duties);
    const byJson =
      other === undefined
        ? ''
        : ` Edition ${edition} takes a form; the later pages (edition ${other}) take JSON with Content-Type: application/json: if the connector is written for those, send that header and judge it with --edition ${other}.`;
    return ['the body is JSON', `Send a form with the parts ${members.join(' and ')}.${byJson}`];
  }
  if (looks.kind === 'object') return toldOfObject(looks.text);
  const first = looks.kind === 'form' ? looks.boundary : undefined;
  if (first !== undefined && boundary === `--${first}`) {
    return [
      'the header names it with the two hyphens that stand in front of it in the body',
      `Name the boundary without them in the header: boundary=${first}. ${byLibrary}`,
    ];
  }
  if (first !== undefined && first !== boundary) {
    return [
      `the body is cut by another one: ${shown(first)} in the body, ${shown(boundary)} in the header`,
      `The header was made for another form. ${byLibrary}`,
    ];
  }
  if (head.startsWith(boundary)) {
    return [
      'its boundary lines lack the two hyphens',
      'In the body each boundary has two hyphens in front of it; the last one has two behind it as well.',
    ];
  }
  if (looks.kind === 'urlencoded') {
    return [
      'the body is urlencoded',
      'Send the same fields as multipart/form-data (curl: -F and not -d; Python: files= and not data=; axios: a FormData and not URLSearchParams).',
    ];
  }
  return ['no line of the body is that boundary', byLibrary];
}

/** What can be wrong with a multipart/form-data body: the faults by name, each in plain words. */

export const multipartFaults = {
  'bad-boundary': 'the boundary is not 1 to 70 of the characters that RFC 2046 allows',
  'empty-body': 'the body is empty',
  'no-delimiter': 'no line of the body is the announced boundary',
  'no-closing-delimiter': 'the closing boundary is missing',
  'bare-line-feed': 'lines end in a line feed or a carriage return alone instead of both',
  'broken-part-header': 'a header line of a part cannot be read',
  'part-without-disposition': 'a part has no Content-Disposition',
  'part-not-form-data': 'the Content-Disposition of a part is not form-data',
  'part-without-name': 'a part has no name',
  'too-many-parts': 'the form has more than 1,000 parts',
} as const;

export type MultipartFault = keyof typeof multipartFaults;

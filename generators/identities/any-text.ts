/** Subjects that must work: every script, emoji, punctuation, quotes, inner blanks, single characters. Labelled. */

/** What stands alone, without anything of ours around it: one character each. */
export const singleCharacters: readonly (readonly [label: string, subject: string])[] = [
  ['one letter', 'a'],
  ['one digit', '0'],
  ['one accented letter', 'é'],
  ['one Han character', '漢'],
  ['one emoji', '😀'],
  ['one quotation mark', '"'],
  ['one apostrophe', "'"],
  ['one backslash', '\\'],
  ['one hyphen', '-'],
];

/** What is put behind a word of ours, so that each is a new conversation in every run. */
export const textSamples: readonly (readonly [label: string, text: string])[] = [
  ['accented Latin', 'Zoë Ångström-Łukasz ñandú'],
  ['Vietnamese', 'Nguyễn Thị Ánh'],
  ['Turkish', 'Iğdır ışık İstanbul'],
  ['German', 'Straße Müller'],
  ['Greek', 'Ελένη Ωδή'],
  ['Cyrillic', 'Ольга Їжак'],
  ['Armenian', 'Անահիտ'],
  ['Georgian', 'თამარი'],
  ['Hebrew', 'שלום נועה'],
  ['Arabic', 'محمد عبد الله'],
  ['Persian with a zero-width non-joiner', 'می\u200Cخواهم'],
  ['Devanagari', 'प्रिया शर्मा'],
  ['Bengali', 'রবীন্দ্রনাথ'],
  ['Tamil', 'தமிழ்ச்செல்வி'],
  ['Thai', 'สมชาย ใจดี'],
  ['Ethiopic', 'ሰላም'],
  ['Han', '王小明'],
  ['Han beyond the first plane', '𠮷野家'],
  ['Japanese', 'さくら サクラ'],
  ['Korean', '김민준'],
  ['emoji', '😀🎉🚀'],
  ['an emoji family', '👩‍👩‍👧‍👦'],
  ['an emoji with a skin tone', '👍🏽'],
  ['a flag', '🇩🇪'],
  ['mathematical letters', '𝒜𝓁𝒾𝒸ℯ'],
  ['combining marks', 'e\u0301a\u0308\u0323'],
  ['punctuation', '!?.,:;()[]{}<>/|~^*_-+=#@&%$§'],
  ['double quotes', 'Ann "Nan" Lee'],
  ['apostrophes', "O'Brien 'n' co"],
  ['typographic quotes', '„so“ ‘und’ «auch»'],
  ['backslashes', 'back\\slash\\n\\u0041'],
  ['backquotes', '`tick`'],
  ['blanks inside', 'one two  three'],
  ['a no-break space inside', 'one\u00A0two'],
  ['an ideographic space inside', 'one\u3000two'],
  ['a blank at the end', 'trailing '],
  ['markup', '<b>bold</b> &amp; <script>1</script>'],
  ['SQL', "'; DROP TABLE conversation; --"],
  ['a template', '{{1+1}} <%= 1 %> #{1}'],
  ['a path', '../../etc/passwd'],
  ['a URL', 'https://example.com/a?b=c&d=%20#e'],
  ['percent escapes', '%41%00%2e'],
  ['plus signs', 'a+b+c'],
  ['JSON text', '{"role":"Agent"}'],
  ['a multipart delimiter', '--boundary--'],
  ['a header line', 'RequestId: 1'],
  ['commas and colons', 'a,b:c;d|e'],
  ['digits beyond 2^53', '90071992547409931234567890'],
  ['an exponent', '1e400'],
  ['the word null', 'null'],
  ['the word undefined', 'undefined'],
  ['the word true', 'true'],
  ['the word NaN', 'NaN'],
  ['the word __proto__', '__proto__'],
  ['the word constructor', 'constructor'],
  ['a mail address', 'ann.lee+byoc@example.com'],
  ['a phone number in E.164', '+4915112345678'],
  ['a WhatsApp id', 'whatsapp:+4915112345678'],
  ['a social id', '@ann_lee.42'],
];

/** Lengths in UTF-16 code units up to 255, around the sizes of usual columns. */
export const lengthsUpTo255 = [2, 31, 32, 33, 50, 63, 64, 65, 80, 100, 101, 127, 128, 129, 200, 240, 241, 254, 255];

export const lengthsBeyond255 = [256, 257, 300, 512, 1024, 4096];

/** A subject of an exact length in UTF-16 code units: a word of ours filled up with whole units, then with letters. */
export function subjectOfLength(word: string, length: number, unit = 'x'): string {
  const start = word.slice(0, length);
  return (start + unit.repeat(Math.floor((length - start.length) / unit.length))).padEnd(length, 'y');
}

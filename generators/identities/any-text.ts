/** Subjects that must work: every script, emoji, punctuation, quotes, inner blanks, single characters. Named. */
import type { NamedCase } from '../named-case.js';

type Sample = readonly [slug: string, label: string, text: string, rank?: number];

/** What stands alone, without anything of ours around it: one character each. */
export const singleCharacters: readonly Sample[] = [
  ['one-letter', 'one letter', 'a', 4],
  ['one-digit', 'one digit', '0'],
  ['one-accented-letter', 'one accented letter', 'é'],
  ['one-han-character', 'one Han character', '漢'],
  ['one-emoji', 'one emoji', '😀'],
  ['one-quotation-mark', 'one quotation mark', '"'],
  ['one-apostrophe', 'one apostrophe', "'"],
  ['one-backslash', 'one backslash', '\\'],
  ['one-hyphen', 'one hyphen', '-'],
];

/** What is put behind a word of ours, so that each is a new conversation in every run. */
export const textSamples: readonly Sample[] = [
  ['accented-latin', 'accented Latin', 'Zoë Ångström-Łukasz ñandú'],
  ['vietnamese', 'Vietnamese', 'Nguyễn Thị Ánh'],
  ['turkish', 'Turkish', 'Iğdır ışık İstanbul'],
  ['german', 'German', 'Straße Müller'],
  ['greek', 'Greek', 'Ελένη Ωδή'],
  ['cyrillic', 'Cyrillic', 'Ольга Їжак'],
  ['armenian', 'Armenian', 'Անահիտ'],
  ['georgian', 'Georgian', 'თამარი'],
  ['hebrew', 'Hebrew', 'שלום נועה'],
  ['arabic', 'Arabic', 'محمد عبد الله'],
  ['persian-with-a-zero-width-non-joiner', 'Persian with a zero-width non-joiner', 'می\u200Cخواهم'],
  ['devanagari', 'Devanagari', 'प्रिया शर्मा'],
  ['bengali', 'Bengali', 'রবীন্দ্রনাথ'],
  ['tamil', 'Tamil', 'தமிழ்ச்செல்வி'],
  ['thai', 'Thai', 'สมชาย ใจดี'],
  ['ethiopic', 'Ethiopic', 'ሰላም'],
  ['han', 'Han', '王小明'],
  ['han-beyond-the-first-plane', 'Han beyond the first plane', '𠮷野家'],
  ['japanese', 'Japanese', 'さくら サクラ'],
  ['korean', 'Korean', '김민준'],
  ['emoji', 'emoji', '😀🎉🚀'],
  ['an-emoji-family', 'an emoji family', '👩‍👩‍👧‍👦'],
  ['an-emoji-with-a-skin-tone', 'an emoji with a skin tone', '👍🏽'],
  ['a-flag', 'a flag', '🇩🇪'],
  ['mathematical-letters', 'mathematical letters', '𝒜𝓁𝒾𝒸ℯ'],
  ['combining-marks', 'combining marks', 'e\u0301a\u0308\u0323'],
  ['punctuation', 'punctuation', '!?.,:;()[]{}<>/|~^*_-+=#@&%$§'],
  ['double-quotes', 'double quotes', 'Ann "Nan" Lee'],
  ['apostrophes', 'apostrophes', "O'Brien 'n' co"],
  ['typographic-quotes', 'typographic quotes', '„so“ ‘und’ «auch»'],
  ['backslashes', 'backslashes', 'back\\slash\\n\\u0041'],
  ['backquotes', 'backquotes', '`tick`'],
  ['blanks-inside', 'blanks inside', 'one two  three'],
  ['a-no-break-space-inside', 'a no-break space inside', 'one\u00A0two'],
  ['an-ideographic-space-inside', 'an ideographic space inside', 'one\u3000two'],
  ['a-blank-at-the-end', 'a blank at the end', 'trailing '],
  ['markup', 'markup', '<b>bold</b> &amp; <script>1</script>'],
  ['sql', 'SQL', "'; DROP TABLE conversation; --"],
  ['a-template', 'a template', '{{1+1}} <%= 1 %> #{1}'],
  ['a-path', 'a path', '../../etc/passwd'],
  ['a-url', 'a URL', 'https://example.com/a?b=c&d=%20#e'],
  ['percent-escapes', 'percent escapes', '%41%00%2e'],
  ['plus-signs', 'plus signs', 'a+b+c'],
  ['json-text', 'JSON text', '{"role":"Agent"}'],
  ['a-multipart-delimiter', 'a multipart delimiter', '--boundary--'],
  ['a-header-line', 'a header line', 'RequestId: 1'],
  ['commas-and-colons', 'commas and colons', 'a,b:c;d|e'],
  ['digits-beyond-2-to-the-53', 'digits beyond 2^53', '90071992547409931234567890'],
  ['an-exponent', 'an exponent', '1e400'],
  ['the-word-null', 'the word null', 'null'],
  ['the-word-undefined', 'the word undefined', 'undefined'],
  ['the-word-true', 'the word true', 'true'],
  ['the-word-nan', 'the word NaN', 'NaN'],
  ['the-word-proto', 'the word __proto__', '__proto__'],
  ['the-word-constructor', 'the word constructor', 'constructor'],
  ['a-mail-address', 'a mail address', 'ann.lee+byoc@example.com'],
  ['a-phone-number-in-e-164', 'a phone number in E.164', '+4915112345678'],
  ['a-whatsapp-id', 'a WhatsApp id', 'whatsapp:+4915112345678'],
  ['a-social-id', 'a social id', '@ann_lee.42'],
];

/** Lengths in characters up to 255, around the sizes of usual columns. */
export const lengthsUpTo255 = [2, 31, 32, 33, 50, 63, 64, 65, 80, 100, 101, 127, 128, 129, 200, 240, 241, 254, 255];

export const lengthsBeyond255 = [256, 257, 300, 512, 1024, 4096];

/** A subject of a length as a case. */
export function lengthCase(length: number): NamedCase {
  return { case: { slug: `${length}-characters` }, label: `${length} characters` };
}

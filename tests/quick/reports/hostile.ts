/** Hostile content for the tests of the reports. */

/** What a hostile service might send, to be found in the reports as text only. */
export const hostile = {
  script: '<script>document.title = "taken over"</script>',
  endOfScript: '</script></style></code></pre><img src=x onerror="document.title=1">',
  link: '<a href=" javascript:alert(1)">more</a>',
  controls: 'bell \u0007 escape \u001b[31mred\u001b[0m null \u0000 end',
  bidi: 'safe\u202egnp.exe\u202c and \u2066isolated\u2069 and \u200bzero\u200d width\ufeff',
  markdown: '| a | `b` | ![x](https://example.invalid/x.png) ***@someone*** \\| <!-- -->',
  commands: '::set-output name=a::b\n##vso[task.setvariable variable=a]b ##teamcity[a] section_start:1:a\n--- group',
  xml: ']]>&amp;<![CDATA[ \uffff\ud800',
} as const;

/** All of it in one text of several lines. */
export const everything = Object.values(hostile).join('\n');

/** What CI systems take for a command in a text that a job prints; a line begins behind blanks and colours too. */
export const ciCommand = new RegExp(
  [
    '##[a-z]*\\[',
    `^(?:[^\\S\\r\\n]|${String.fromCharCode(27)}\\[[\\d;]*m)*(?:::|(?:---|\\+\\+\\+|~~~|\\^\\^\\^) )`,
    'section_(?:start|end):',
    'travis_(?:fold|time):',
  ].join('|'),
  'im',
);

/**
 * How the lines of stack traces look, language by language: format facts of runtimes and frameworks. Pure.
 *
 * Texts are as readings.ts leaves them: runs of blanks are one blank. Whoever sends them may be hostile, so each pattern takes
 * linear time: it begins with a fixed character or at a border, and each of its repetitions is bounded and ends at a
 * character that it does not take.
 */

/** Of source files. Short ones that are top-level domains too (`rs`, `pl`, `py`) are in the second list. */
const plainExtensions =
  '[cm]?[jt]sx?|vue|svelte|coffee|py[cxw]|rb|erb|rake|ru|php|phtml|java|kts?|scala|groovy|clj[cs]?|cs|vb|fsx?|cshtml|razor|aspx|ascx|ashx|asmx|asax|jspx?|go|exs?|eex|heex|leex|erl|hrl|cgi|psgi|lua|cpp|cxx|hpp|swift|dart|hs|jl|nim|zig|psm?1|cf[mc]';
const extensions = `${plainExtensions}|py|rs|p[lm]|cc|mli?|cr`;

/** What a path has no more of; a colon is no such border, or else the host of a URL would begin a path. */
const border = '[\\s;,"\'`<>(){}|?*=&#!\\[\\]]';
const inPath = '[^\\s;,"\'`<>(){}|?*=&#!\\[\\]:]';
const absolutePath = `(?<=^|${border})(?:(?!https?:)[a-z][a-z+-]{1,20}://)?(?:[a-z]:)?[\\\\/](?![\\\\/])${inPath}{0,300}`;
/** `:12`, `(12)`, `", line 12`, ` on line 12`, ` (line 12)`. */
const lineNumber = '(?::\\d{1,7}|\\(\\d{1,7}\\)|["\']?,? (?:on )?line \\d{1,7}| \\(line \\d{1,7}\\))';

/** A method with its class, as .NET writes it: generics, nested and generated names, no blank. */
const method = '[\\w$<>`+|\\[\\],-]{1,200}(?:[.:]{1,2}[\\w$<>`+|\\[\\],-]{1,200}){1,20}';
/** With its parameters, type and name: `role(string)` is a place in what was sent. */
const call = `${method}\\((?:[^()\\n ]{1,200} [^()\\n]{0,300})?\\)`;

/**
 * Any of these is a trace by itself: each names a place in the code of a program, or is written by runtimes alone. Prose
 * about traces, and places in what the caller has sent (line 3, column 7), are none.
 */
export const frames: readonly RegExp[] = [
  // Any language: an absolute path of a source file with its line.
  `${absolutePath}\\.(?:${extensions})${lineNumber}`,
  // The JVM, with and without "at", also ColdFusion.
  '(?<=[\\w$>.])\\((?:[\\w$./\\\\-]{1,200}\\.(?:java|kts?|scala|groovy|clj[cs]?|cf[mc]):\\d{1,7}|Native Method|Unknown Source(?::\\d{1,7})?|SourceFile:\\d{1,7}|NO_SOURCE_FILE:\\d{1,7})\\)',
  'at [\\w$.<>/@-]{3,300}\\([\\w$-]{1,100}\\.(?:java|kt|scala|groovy)\\)',
  // Python, also Django's, cgitb's and Starlette's pages.
  '(?:Traceback|Stack) \\(most recent call (?:last|first)\\)|\\(most recent call (?:last|first)\\):',
  'File "[^"\\n]{1,300}",\\sline \\d{1,7},\\sin ',
  '\\.py[cxw]?(?:["\'], line \\d{1,7}\\b|, line \\d{1,7}, in |"? in [\\w<]{1,100}\\(|" in \\w)',
  // JavaScript.
  '\\((?:file:|https?:|node:|[\\\\/]|[a-z]:\\\\)[^()\\n]{1,300}:\\d{1,7}:\\d{1,7}\\)(?<=\\bat [^()\\n]{1,200}\\([^()\\n]{1,400}\\))',
  '\\bat (?:async )?[\\w./@-]{1,300}\\.[cm]?[jt]sx?:\\d{1,7}:\\d{1,7}',
  '\\b(?:node|ext|bun):[\\w./-]{1,200}:\\d{1,7}:\\d{1,7}',
  '\\binternal/[\\w./-]{1,200}\\.js:\\d{1,7}(?::\\d{1,7})?',
  '\\(<anonymous>\\)(?<=\\bat [^()\\n]{1,200}\\(<anonymous>\\))',
  '\\bat async Promise\\.\\w{1,20} \\(index \\d{1,7}\\)',
  '\\w@(?:file:/{2,3}|/|[a-z]:[\\\\/])[^\\s()@]{1,300}:\\d{1,7}:\\d{1,7}',
  // .NET in several languages of the system, ASP.NET's pages, Mono.
  '\\.(?:cs|vb|fs|cshtml|razor|vbhtml):(?:line|Zeile|ligne|línea|linha|riga|regel|строка|行号|行) ?\\d{1,7}',
  '--- End of (?:stack trace from previous location|inner exception stack trace)',
  '\\bat [\\w$<>`+|\\[\\],.-]{1,300}\\.MoveNext\\(\\)',
  `\\bat ${call} at ${method}\\(`,
  `(?<=\\w(?:Exception|Error)\\b[^\\n]{0,500}\\n) ?at ${call}(?: \\+\\d{1,7})?$`,
  `^${call} \\+\\d{1,7}$`,
  '\\) \\+ 0x[0-9a-f]{1,8}$(?<=\\bat [^()\\n]{1,300}\\([^()\\n]{0,300}\\) \\+ 0x[0-9a-f]{1,8})',
  ' \\[0x[0-9a-f]{4,8}\\] in <',
  // PHP: its own traces and Drupal's.
  '\\.php\\(\\d{1,7}\\): ',
  '#\\d{1,4} (?:\\{main\\}|\\[internal function\\])',
  '\\{main\\}\\( ?\\)',
  '(?:->|::)[\\w{}]{1,100}\\([^()\\n]{0,200}\\) \\(Line: \\d{1,7}\\)',
  // Ruby, also the pages of Rack and Sinatra, and Crystal.
  `${absolutePath}\\.(?:rb|ru|erb):?\\sin\\s[\\w<]`,
  'Traceback \\(innermost first\\)',
  '(?<!\\d):\\d{1,7}:in [`\'"]',
  "\\.cr:\\d{1,7}:\\d{1,7} in '",
  // Go.
  '\\bgoroutine \\d{1,10} \\[[^\\]\\n]{1,60}\\]:',
  '\\.go:\\d{1,7} (?:\\+0x[0-9a-f]|\\(0x[0-9a-f])',
  // Rust.
  '\\bat [^\\s:]{1,300}\\.rs:\\d{1,7}:\\d{1,7}',
  "\\bpanicked at (?:'[^'\\n]{0,300}', )?[^\\s:]{1,300}\\.rs:\\d{1,7}",
  '\\bstack backtrace:\\s{1,3}0: ',
  // Elixir and Erlang.
  '\\.(?:exs?|eex|heex|leex|erl):\\d{1,7}: (?:anonymous fn|[^\\s/]{1,200})/\\d{1,3}',
  '\\{file, ?"[^"\\n]{1,300}"\\}, ?\\{line, ?\\d{1,7}\\}',
  '\\[file: (?:~c)?["\'][^"\'\\n]{1,300}["\'], line: \\d{1,7}',
  // Perl.
  '\\bat [^\\s]{1,300}\\.(?:p[lm]|cgi|psgi) line \\d{1,7}\\b',
  'called at (?=[^\\s]{0,300}[/.\\\\]|-e )[^\\s]{1,300} line \\d{1,7}',
  // Apex.
  '\\b(?:(?:Class|Trigger)\\.[\\w.<>$]{1,200}|AnonymousBlock): line \\d{1,7}, column \\d{1,7}',
  // Lua, C, Dart, Haskell, OCaml, Julia, and databases.
  'stack traceback:\\s',
  '\\.lua:\\d{1,7}: in (?:function|main chunk|upvalue|local|method|field)\\b',
  '#\\d{1,3} 0x[0-9a-f]{4,16} in \\w',
  '\\+0x[0-9a-f]{1,8}\\) ?\\[0x[0-9a-f]{4,16}\\]',
  '\\((?:package|dart|file):[^()\\n]{1,300}\\.dart:\\d{1,7}(?::\\d{1,7})?\\)',
  'CallStack \\(from HasCallStack\\)',
  'file "[^"\\n]{1,300}\\.mli?", line \\d{1,7}, characters? ',
  'Stacktrace:\\s{1,3}\\[1\\] ',
  'ORA-06512: at ',
  'PL/pgSQL function [^\\n]{1,200} line \\d{1,7} at ',
].map((source) => new RegExp(source, 'gim'));

/**
 * These may be something else when they stand alone (`at a.b(c)`, `client.js:3`); two of them in lines that follow one
 * another are a trace. In between stands one other line at most, as Go writes the function above the place.
 */
export const halfFrames = new RegExp(
  [
    `[\\w)\\]]\\.(?:${plainExtensions})${lineNumber}`,
    '/[\\w.-]{1,100}\\.(?:py|rs|p[lm]|cc|mli?|cr):\\d{1,7}:\\d{1,7}',
    `^(?:at|bei|à|en|в) ${call}(?: \\+\\d{1,7})?$`,
    '^#\\d{1,4} [\\w\\\\$]{1,200}(?:->|::)[\\w{}]{1,200}\\(',
    '^\\d{1,4}: (?:0x[0-9a-f]{4,16} - )?<?[\\w<> ]{1,200}::\\w',
  ].join('|'),
  'gim',
);

/** Names of members, in lower case without signs, that frames in JSON have. */
export const frameMembers = {
  file: ['file', 'filename', 'filepath', 'fullpath', 'abspath', 'path', 'sourcefile', 'source'],
  line: ['line', 'lineno', 'linenumber', 'linenum'],
  code: [
    'function',
    'functionname',
    'func',
    'method',
    'methodname',
    'classname',
    'declaringclass',
    'class',
    'module',
    'exception',
    'trace',
    'stack',
    'stacktrace',
  ],
} as const;

/** A name of a source file, as frames in JSON have it. */
export const sourceFile = new RegExp(`\\.(?:${extensions})$`, 'i');

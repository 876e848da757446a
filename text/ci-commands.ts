/**
 * Takes the force out of commands to a CI system. These systems read what a job prints, whoever wrote it: with the right
 * words an answer of a service could set variables, hide lines or make a job green. Knows no output format.
 */

/** Looks back from the sign: nothing but blanks and colours stand between it and the beginning of its line. */
const beginsLine = '(?<=^(?:[^\\S\\r\\n]|\\x1b\\[[\\d;]*m)*.)';

/** Each matches the one sign that makes the command. */
const commands = new RegExp(
  [
    // Azure Pipelines (##vso[...], ##[...]), GitHub Actions of old (##[...]), TeamCity (##teamcity[...]): anywhere in a line.
    '#(?=#[a-z]*\\[)',
    // GitHub Actions: ::name key=value::message at the beginning of a line, or where somebody may run the line as it stands.
    `:(?=:)${beginsLine}`,
    ':(?=:[a-z])(?<=\\becho {1,8}["\'`]?:)',
    // GitLab (section_start:...), Travis (travis_fold:...): anywhere in a line.
    ':(?<=(?:section_(?:start|end)|travis_(?:fold|time)):)',
    // Buildkite: a group, at the beginning of a line.
    `(?:-(?=-- )|\\+(?=\\+\\+ )|~(?=~~ )|\\^(?=\\^\\^ ))${beginsLine}`,
  ].join('|'),
  'gim',
);

/**
 * The same text, in which such a command is broken by brackets around its first sign: `⟨#⟩#vso[...]`, `⟨:⟩:add-mask::x`,
 * `section_start⟨:⟩1:x`. Text without a command stays as it is, and so does one whose commands are broken already.
 */
export function withoutCiCommands(text: string): string {
  return text.replace(commands, '⟨$&⟩');
}
